// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of comma separated values (RFC 4180).
#pragma once

#include <string>

namespace supernode {

// Quoted where a comma, a quote or a line end stands in it.
std::string csvField(const std::string& text);

} // namespace supernode
