import js from "@eslint/js";
import globals from "globals";

export default [
    js.configs.recommended,
    {
        files: ["report.js"],
        languageOptions: { sourceType: "script", globals: globals.browser },
        rules: {
            curly: "error",
            eqeqeq: "error",
            "no-implicit-globals": "error",
            "no-unneeded-ternary": "error",
            "no-var": "error",
            "object-shorthand": "error",
            "prefer-const": "error",
            "prefer-template": "error",
        },
    },
];
