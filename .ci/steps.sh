# SPDX-License-Identifier: GPL-3.0-or-later
# What ./run and ./check share. Sourced by bash, from the root of the repository.

jobs=$(nproc)
mkdir -p build

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# install_packages LIST…: the Debian packages of these lists that are not there yet.
install_packages() {
    local wanted missing=()
    for wanted in $(cat "$@" | grep -v '^#'); do
        dpkg-query -W -f='${Status}' "$wanted" 2>/dev/null | grep -q 'ok installed' || missing+=("$wanted")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    echo "Installing: ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq </dev/null || return 1
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >build/apt.log 2>&1 \
        || { tail -20 build/apt.log; return 1; }
}

# build_preset PRESET [TARGET…]: configures and builds; what is printed is what matters.
build_preset() {
    local preset=$1
    shift
    cmake --preset "$preset" >"build/configure-$preset.log" 2>&1 || { tail -40 "build/configure-$preset.log"; return 1; }
    cmake --build --preset "$preset" --parallel "$jobs" ${1:+--target "$@"} >"build/build-$preset.log" 2>&1 \
        || { grep -vE '^\[[0-9]+/[0-9]+\]' "build/build-$preset.log" | head -100; return 1; }
}
