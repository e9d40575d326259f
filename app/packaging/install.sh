# shellcheck shell=bash
# Sourced by app/run, tests/run and .ci/run: what they share. Nothing here runs by itself.

todoku_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

say() {
    printf '%s\n' "$*" >&2
}

give_up() {
    say "$@"
    exit 1
}

# packages_for PURPOSE... : the packages of the shared list, one a line.
packages_for() {
    local purpose
    for purpose in "$@"; do
        awk -v purpose="$purpose" '$1 == purpose { print $2 }' \
            "$todoku_root/app/packaging/packages.txt"
    done
}

missing_packages() {
    local installed
    # shellcheck disable=SC2046 # one word a package is what is wanted
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' \
        $(packages_for "$@") 2>/dev/null | awk '$1 == "installed" { print $2 }' || true)
    packages_for "$@" | grep -vxF -f <(printf '%s\n' "$installed" "") || true
}

# Runs a command as root, if that can be had without asking twice.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo -- "$@"
    fi
}

# The mail and name servers are for tests that start their own: installing them must not open
# port 25 or 53 on somebody's machine.
without_starting_services() {
    local policy=/usr/sbin/policy-rc.d
    local status=0
    if [ -e "$policy" ]; then
        "$@"
        return
    fi
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
    as_root chmod 755 "$policy"
    "$@" || status=$?
    as_root rm -f "$policy"
    return "$status"
}

apt_install() {
    # Postfix would ask; without a configuration of its own it never starts by itself.
    if printf '%s\n' "$@" | grep -qx postfix && command -v debconf-set-selections >/dev/null; then
        echo 'postfix postfix/main_mailer_type select No configuration' |
            as_root debconf-set-selections
    fi
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q \
        -o DPkg::Lock::Timeout=300 --no-install-recommends "$@"
}

# install_packages PURPOSE... : installs what is missing, and says what it does.
install_packages() {
    local missing
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        command -v cmake >/dev/null || give_up \
            "This is not Debian or a relative of it, and CMake is missing." \
            "Please install a C++20 compiler, CMake 3.25, Ninja, Qt 6.4 (base, tools, translations)," \
            "nlohmann-json, tl-expected and c-ares with this system's own package manager, then run" \
            "this again. app/packaging/packages.txt has the names that Debian gives them."
        say "This is not Debian: building with what is installed here."
        return
    fi
    mapfile -t missing < <(missing_packages "$@")
    [ "${#missing[@]}" -gt 0 ] && [ -n "${missing[0]}" ] || return 0
    say "Installing: ${missing[*]}"
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        give_up "These packages are missing and there is no sudo here. As root, run:" \
            "  apt-get install --no-install-recommends ${missing[*]}"
    fi
    as_root apt-get update -q -o DPkg::Lock::Timeout=300 >&2 || true # a stale list may still do
    without_starting_services apt_install "${missing[@]}" >&2 || give_up \
        "Installing failed (the lines above say why). Without a network, these packages cannot be" \
        "fetched: ${missing[*]}"
}

# configure PRESET [CMAKE-OPTION...] : from the preset; quick when nothing has changed.
configure() {
    local preset=$1
    shift
    (cd "$todoku_root" && cmake --preset "$preset" "$@") >&2
}

# build PRESET [TARGET...] : builds what has changed.
build() {
    local preset=$1
    shift
    (cd "$todoku_root" && cmake --build --preset "$preset" ${1:+--target "$@"}) >&2
}

# Qt needs a UTF-8 locale; C.UTF-8 is there on every Debian, and keeps the user's language apart.
use_utf8() {
    case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
    *[Uu][Tt][Ff]*) ;;
    *) export LC_ALL=C.UTF-8 ;;
    esac
}
