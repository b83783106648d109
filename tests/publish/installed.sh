#!/usr/bin/env bash
# installed.sh PROGRAM: the program as `cmake --install` leaves it, with its modules in their place, and missing, of another version, without their library.
set -u
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
build=$(dirname "$program")
installed=$work/usr/bin/boardpack
pack=$work/pack/layouts/pack.xml

lay_out() {
    mkdir -p "$work/pack/fonts"
    cp -r "$top/tests/cases/base/." "$top/tests/cases/dump-cover/." "$work/pack"
    cp "$top/fonts/fonts.xml" "$work/pack/fonts"
    cmake --install "$build" --prefix "$work/usr"
    module=$(find "$work/usr" -name svg.so)
    [ -x "$installed" ] && [ -n "$module" ]
}

publish() {
    "$1" publish "$pack" --quiet -o "$2"
}

# loads LIBRARY COMMAND...: whether the command has it in its memory at any time.
loads() {
    local library=$1
    shift
    LD_DEBUG=files LD_DEBUG_OUTPUT=$work/files "$@"
    cat "$work"/files.* >"$work/loaded"
    rm "$work"/files.*
    grep -q "calling init: .*/$library" "$work/loaded"
}

# refused PATTERN: what is said where the picture is named, with exit status 3 and no file.
refused() {
    local status=0 line
    line=$(grep -n -m 1 '\.svg"' "$pack" | cut -d : -f 1)
    publish "$installed" "$work/none.pdf" 2>"$work/said" || status=$?
    cat "$work/said"
    [ "$status" = 3 ] && [ ! -e "$work/none.pdf" ] && grep -q "pack.xml:$line:.*: error: SVG pictures need .*$1" "$work/said"
}

check "cmake --install puts program and modules in their places" lay_out
check "the installed program publishes" publish "$installed" "$work/installed.pdf"
check "as the built one does" publish "$program" "$work/built.pdf"
check "with the same bytes" cmp "$work/installed.pdf" "$work/built.pdf"
check "the module is loaded where a pack has an SVG" loads librsvg "$program" publish "$pack" --quiet -o "$work/built.pdf"
check "it is not where none has" eval '! loads librsvg "$program" publish "$layout" --quiet -o "$work/none.pdf"'
rm -f "$work/none.pdf"
kept=$work/kept.so
cp "$module" "$kept"
version=$("$program" --version | sed 's/.* //')
sed "s/$version/${version//[0-9]/9}/" "$kept" >"$module"
check "a module of another version is refused" refused "is of another boardpack than this"
sed 's/librsvg-/librsvg_/' "$kept" >"$module"
check "so is one whose library is missing, with the package to install" refused "(librsvg_.*); install the package librsvg2-2"
rm "$module"
check "a missing module is said to be, with its places" refused "neither .* nor .*/boardpack/svg.so; install the whole"
check "a pack without SVG asks for none" "$installed" publish "$layout" --quiet -o "$work/board.pdf"

finish
