// @ts-check
"use strict";

(async () => {
    const pageSize = 50;
    const pause = 120;

    /**
     * @template {Element} T
     * @param {string} selector
     * @returns {T}
     */
    const find = selector => /** @type {T} */ (document.querySelector(selector));

    /** @type {HTMLFormElement} */
    const controls = find("#controls");
    /** @type {HTMLTableElement} */
    const table = find("#table");
    const body = table.tBodies[0];
    const heads = [...table.querySelectorAll("th")];
    const { listSeparator = ",", groupSeparator = "" } = table.dataset;

    // Rows are sorted by display name. A column has its sorted texts, and the rank of the text of each row; 0 is empty.
    const unpack = async () => {
        const source = find("#data");
        const packed = Uint8Array.from(atob(source.textContent ?? ""), character => character.charCodeAt(0));
        source.remove();
        const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
        const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
        const view = new DataView(bytes.buffer);
        const decoder = new TextDecoder();
        const count = view.getUint32(0, true);
        let position = 4;
        const columns = heads.map(head => {
            const length = view.getUint32(position, true);
            position += 4;
            const texts = decoder.decode(bytes.subarray(position, position + length)).split("\n");
            position += length;
            const width = bytes[position++];
            const numbers = new Uint32Array(count);
            for (let shift = 0; shift < 8 * width; shift += 8) {
                for (let row = 0; row < count; row++) {
                    numbers[row] |= bytes[position++] << shift;
                }
            }

            const isShownFirst = head.classList.contains("shown");
            const name = head.textContent ?? "";
            return { head, name, texts, numbers, isShownFirst, isShown: isShownFirst, filter: head.dataset.filter };
        });
        return { count, columns };
    };

    const { count, columns } = await unpack();
    const filters = columns.filter(column => column.filter);
    let rows = new Uint32Array();
    let page = 0;
    let sortColumn = columns[0];
    let isDescending = false;

    /** @param {number} number */
    const grouped = number => String(number).replace(/\B(?=(\d{3})+$)/g, groupSeparator);

    /** @param {string} name @returns {HTMLInputElement | HTMLSelectElement} */
    const control = name => /** @type {HTMLInputElement | HTMLSelectElement} */ (controls.elements.namedItem(name));

    // A text is a filter option, except that a text of findings names several.
    /** @param {string | undefined} filter @param {string} text */
    const choicesOf = (filter, text) => filter === "finding" ? text.split(", ") : [text];

    const select = () => {
        const tests = filters.filter(column => control(column.filter ?? "").value !== "").map(column => {
            const wanted = control(column.filter ?? "").value;
            return [{ column, isMatch: column.texts.map(text => choicesOf(column.filter, text).includes(wanted)) }];
        });
        for (const word of control("search").value.toLocaleLowerCase().split(/\s+/).filter(Boolean)) {
            tests.push(columns.map(column => (
                { column, isMatch: column.texts.map(text => text.toLocaleLowerCase().includes(word)) })));
        }

        const found = [];
        for (let row = 0; row < count; row++) {
            if (tests.every(test => test.some(({ column, isMatch }) => isMatch[column.numbers[row]]))) {
                found.push(row);
            }
        }

        rows = Uint32Array.from(found);
        sort();
    };

    // Empty values come last in both directions.
    const sort = () => {
        const { numbers } = sortColumn;
        const direction = isDescending ? -1 : 1;
        rows.sort((left, right) => {
            const order = numbers[left] === 0 || numbers[right] === 0
                ? Number(numbers[left] === 0) - Number(numbers[right] === 0)
                : direction * (numbers[left] - numbers[right]);
            return order || left - right;
        });
        show();
    };

    const show = () => {
        const last = Math.max(0, Math.ceil(rows.length / pageSize) - 1);
        page = Math.min(Math.max(page, 0), last);
        const start = page * pageSize;
        const shown = columns.filter(column => column.isShown);
        for (const column of columns) {
            column.head.hidden = !column.isShown;
            column.head.ariaSort = column === sortColumn ? isDescending ? "descending" : "ascending" : null;
        }

        body.replaceChildren(...[...rows.subarray(start, start + pageSize)].map(row => {
            const line = document.createElement("tr");
            line.append(...shown.map((column, index) => {
                const cell = document.createElement(index === 0 ? "th" : "td");
                cell.className = column.head.className;
                if (index === 0) {
                    cell.scope = "row";
                }

                // Prefers a line break before the domain of an address.
                const parts = column.texts[column.numbers[row]].split(/(?=@)/);
                cell.append(...parts.flatMap(part => [part, document.createElement("wbr")]));
                return cell;
            }));
            return line;
        }));

        const range = rows.length === 0 ? "0" : `${grouped(start + 1)} to ${grouped(Math.min(start + pageSize, rows.length))}`;
        find("#status").textContent = `${range} of ${grouped(rows.length)} found, of ${grouped(count)} mailboxes`;
        find("#page").textContent = `Page ${grouped(page + 1)} of ${grouped(last + 1)}`;
        for (const button of document.querySelectorAll("#pages button")) {
            const isBack = /first|previous/.test(button.getAttribute("value") ?? "");
            button.ariaDisabled = String(isBack ? page === 0 : page === last);
        }
    };

    const toAddress = () => {
        const state = new URLSearchParams();
        for (const name of ["search", ...filters.map(column => column.filter ?? "")]) {
            if (control(name).value) {
                state.set(name, control(name).value);
            }
        }

        if (sortColumn !== columns[0] || isDescending) {
            state.set("sort", (isDescending ? "-" : "") + sortColumn.name);
        }

        if (columns.some(column => column.isShown !== column.isShownFirst)) {
            state.set("columns", columns.filter(column => column.isShown).map(column => column.name).join("|"));
        }

        history.replaceState(null, "", `#${state}`);
    };

    const fromAddress = () => {
        const state = new URLSearchParams(location.hash.slice(1));
        for (const name of ["search", ...filters.map(column => column.filter ?? "")]) {
            control(name).value = state.get(name) ?? "";
        }

        const order = state.get("sort") ?? "";
        isDescending = order.startsWith("-");
        sortColumn = columns.find(column => column.name === order.replace(/^-/, "")) ?? columns[0];
        const chosen = state.get("columns")?.split("|");
        for (const column of columns) {
            column.isShown = chosen ? chosen.includes(column.name) : column.isShownFirst;
            /** @type {HTMLInputElement} */ (control(column.name)).checked = column.isShown;
        }

        page = 0;
        select();
        if (state.has("finding")) {
            find("#all").scrollIntoView();
            /** @type {HTMLElement} */ (find("#all")).focus();
        }
    };

    // A spreadsheet would interpret such a text as a formula.
    /** @param {string} text */
    const quoted = text => `"${(/^\s*[=+\-@＝＋－＠]/.test(text) ? "'" : "") + text.replaceAll("\"", "\"\"")}"`;

    const save = () => {
        const shown = columns.filter(column => column.isShown);
        const lines = [shown.map(column => quoted(column.name)).join(listSeparator)];
        for (const row of rows) {
            lines.push(shown.map(column => quoted(column.texts[column.numbers[row]])).join(listSeparator));
        }

        const link = document.createElement("a");
        link.download = "mailboxes.csv";
        link.href = URL.createObjectURL(new Blob(["\ufeff", lines.join("\r\n"), "\r\n"], { type: "text/csv" }));
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    };

    for (const column of filters) {
        const choices = new Set(column.texts.flatMap(text => choicesOf(column.filter, text)));
        choices.delete("");
        control(column.filter ?? "").append(...[...choices].map(text => new Option(text)));
    }

    for (const column of columns) {
        const label = document.createElement("label");
        const box = document.createElement("input");
        box.type = "checkbox";
        box.name = column.name;
        box.addEventListener("change", () => {
            // At least one column stays visible.
            box.checked ||= columns.every(other => other === column || !other.isShown);
            column.isShown = box.checked;
            show();
            toAddress();
        });
        label.append(box, ` ${column.name}`);
        find("#columns").append(label);
        column.head.querySelector("button")?.addEventListener("click", () => {
            isDescending = column === sortColumn && !isDescending;
            sortColumn = column;
            page = 0;
            sort();
            toAddress();
        });
    }

    let timer = 0;
    const change = () => {
        page = 0;
        select();
        toAddress();
    };
    control("search").addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(change, pause);
    });
    for (const column of filters) {
        control(column.filter ?? "").addEventListener("change", change);
    }

    controls.addEventListener("submit", event => event.preventDefault());
    controls.addEventListener("reset", event => {
        event.preventDefault();
        history.replaceState(null, "", "#");
        fromAddress();
    });
    find("#save").addEventListener("click", save);
    find("#pages").addEventListener("click", event => {
        const { value } = /** @type {HTMLButtonElement} */ (event.target);
        const last = Math.ceil(rows.length / pageSize) - 1;
        page = { first: 0, previous: page - 1, next: page + 1, last }[value] ?? page;
        show();
    });
    addEventListener("hashchange", fromAddress);

    document.documentElement.classList.add("ready");
    fromAddress();
})().catch(error => {
    const trouble = /** @type {HTMLElement} */ (document.querySelector("#trouble"));
    trouble.textContent = `This browser can't show the table: ${error}`;
    trouble.hidden = false;
});
