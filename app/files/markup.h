// SPDX-License-Identifier: GPL-3.0-or-later
// Text inside XML and HTML.
#pragma once

#include <string>

namespace supernode {

// The four characters that mean something in markup, as entities. Promise: what is written is well-formed.
// [Exports.ThePlatformIsWellFormedAndLeavesOutWhatIsFailed]
std::string markupText(const std::string& text);

} // namespace supernode
