// SPDX-License-Identifier: GPL-3.0-or-later
// The sign of the program, from the rings of the machine it was made for: window icon and files for a
// desktop.
//
// Errors: a file that cannot be written is told of, and no other is tried.
#pragma once

#include <QIcon>
#include <QString>

namespace supernode {

QIcon programIcon();
// supernode-explorer.svg, and PNGs in folders named by their size, as icon themes want them: 48x48/...
// Promise: what is written is read back as the sign. [Sign.WhatIsWrittenIsReadBackAsTheSign]
QString writeSign(const QString& folder); // "" or what went wrong

} // namespace supernode
