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

# tell_progress LOG: how far the build is that writes LOG, `[n/m]`: on a terminal at once, else a line a minute. Until it is killed, or its script has ended.
tell_progress() {
    local log=$1 next=$((SECONDS + 60)) step
    while sleep 1 >/dev/null 2>&1 && kill -0 $$ 2>/dev/null; do
        step=$(grep -aoE '^\[[0-9]+/[0-9]+\]' "$log" 2>/dev/null | tail -1)
        if [ -t 1 ]; then
            printf '\r%s ' "$step"
        elif [ "$SECONDS" -ge "$next" ]; then
            printf '%s %d min\n' "$step" $((SECONDS / 60))
            next=$((next + 60))
        fi
    done
}

# build_preset PRESET [TARGET…]: configures and builds; what is printed is how far it is, and what matters.
build_preset() {
    local preset=$1 log="build/build-$1.log" teller status
    shift
    cmake --preset "$preset" >"build/configure-$preset.log" 2>&1 || { tail -40 "build/configure-$preset.log"; return 1; }
    : >"$log"
    tell_progress "$log" &
    teller=$!
    cmake --build --preset "$preset" --parallel "$jobs" ${1:+--target "$@"} >"$log" 2>&1
    status=$?
    kill "$teller" 2>/dev/null
    wait "$teller" 2>/dev/null
    [ -t 1 ] && printf '\r'
    [ "$status" -eq 0 ] || grep -avE '^\[[0-9]+/[0-9]+\]' "$log" | head -100
    return "$status"
}
