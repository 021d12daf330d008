#!/usr/bin/env bash
# ./build.sh [Task] [args]: runs build.ps1, on machines without PowerShell too.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
engine="$root/out/tools/pwsh"
stamp="$engine/.complete"

export POWERSHELL_UPDATECHECK=Off POWERSHELL_TELEMETRY_OPTOUT=1
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

has_powershell() {
    local major minor
    command -v pwsh >/dev/null || return 1
    IFS=' .' read -r _ major minor _ < <(pwsh --version)
    ((major > 7 || (major == 7 && minor >= 4)))
}

build_engine() {
    local log
    if ! log="$(dotnet build "$root/tools/pwsh" -c Release --nologo -v q 2>&1)"; then
        printf '%s\n' "$log" 'build.sh: no PowerShell 7.4 or later on PATH, and building one (above) failed.' >&2
        return 1
    fi
    touch "$stamp"
}

if ! command -v dotnet >/dev/null; then
    echo 'build.sh: the .NET SDK named in global.json is needed: https://dot.net' >&2
    exit 1
fi

if ! has_powershell; then
    if [[ ! "$stamp" -nt "$root/tools/pwsh/pwsh.csproj" || ! "$stamp" -nt "$root/tools/pwsh/Program.cs" ]]; then
        build_engine
    fi
    # The engine starts by an app host, which looks for the runtime in the standard folders only.
    export DOTNET_ROOT="${DOTNET_ROOT:-$(dirname "$(readlink -f "$(command -v dotnet)")")}"
    # What the build starts finds the same engine.
    export PATH="$engine:$PATH"
fi

exec pwsh -NoProfile -File "$root/build.ps1" "$@"
