#!/bin/sh
# Starts liaison with the Node that lies beside it, from wherever it is called and through links.
link=$0
while [ -h "$link" ]; do
  folder=$(cd -P "$(dirname "$link")" && pwd)
  link=$(readlink "$link")
  case $link in /*) ;; *) link=$folder/$link ;; esac
done
here=$(cd -P "$(dirname "$link")" && pwd)
exec "$here/runtime/node" "$here/bin/liaison.js" "$@"
