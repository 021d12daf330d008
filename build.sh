#!/usr/bin/env bash
# ./build.sh [Task] [args]: runs build.ps1, on machines without PowerShell too.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
powershell_version=7.6.9
tool_path="$root/out/tools/powershell/$powershell_version"

export POWERSHELL_UPDATECHECK=Off POWERSHELL_TELEMETRY_OPTOUT=1
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

has_powershell() {
    local major minor
    command -v pwsh >/dev/null || return 1
    IFS=' .' read -r _ major minor _ < <(pwsh --version)
    ((major > 7 || (major == 7 && minor >= 4)))
}

install_powershell() {
    local log
    echo "build.sh: installing PowerShell $powershell_version from NuGet into out/tools ..." >&2
    if ! log="$(dotnet tool install PowerShell --version "$powershell_version" --tool-path "$tool_path" 2>&1)"; then
        printf '%s\n' "$log" "build.sh: no PowerShell 7.4 or later on PATH, and installing $powershell_version from NuGet (above) failed." >&2
        return 1
    fi
}

if ! command -v dotnet >/dev/null; then
    echo 'build.sh: the .NET SDK named in global.json is needed: https://dot.net' >&2
    exit 1
fi

pwsh=pwsh
if ! has_powershell; then
    pwsh="$tool_path/pwsh"
    if [[ ! -x "$pwsh" ]]; then
        install_powershell
    fi
    # A .NET tool looks for the runtime in the standard folders only.
    export DOTNET_ROOT="${DOTNET_ROOT:-$(dirname "$(readlink -f "$(command -v dotnet)")")}"
fi

# A list such as "-Engine 7.6, 7.5" has to reach PowerShell as one argument.
arguments=()
list=''
for argument in "$@"; do
    list+="$argument"
    if [[ "$argument" != *, ]]; then
        arguments+=("$list")
        list=''
    fi
done

# The way to write an array that may be empty, in the Bash of macOS too.
exec "$pwsh" -NoProfile -File "$root/build.ps1" ${arguments[@]+"${arguments[@]}"}
