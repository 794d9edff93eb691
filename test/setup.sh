#!/bin/sh
# Installs what the tests need beside npm packages, where that is possible without asking:
# as root on Debian and its kin. Elsewhere it says what is missing; the tests that need it skip.
set -eu

missing=""
command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || missing="$missing chromium"
fc-list :lang=zh 2>/dev/null | grep -q . || missing="$missing fonts-noto-cjk"
readers='import igraph, networkx, rdflib'
/usr/bin/python3 -c "$readers" >/dev/null 2>&1 || python3 -c "$readers" >/dev/null 2>&1 ||
  missing="$missing python3-igraph python3-networkx python3-rdflib"
command -v xmllint >/dev/null 2>&1 || missing="$missing libxml2-utils"
[ -z "$missing" ] && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing from Debian's packages:$missing" >&2
  apt-get update -qq
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
  echo "For all tests install:$missing" >&2
fi
