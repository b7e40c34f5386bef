// SPDX-License-Identifier: GPL-3.0-or-later
// Short texts made shorter: raw deflate (RFC 1951) by zlib, with a dictionary that both sides know.
//
// Pure; any thread. Errors: bytes that are no whole deflate stream, or hold more than the caller takes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace supernode {

std::string deflated(std::string_view text, std::string_view dictionary);

// Empty when the bytes are not what deflated() makes, or the text would be longer than `mostBytes`.
// Promise: what was packed is unpacked; anything else is refused.
// [Deflate.UnpacksWhatWasPackedAndNothingElse]
std::optional<std::string> inflated(std::string_view bytes, std::string_view dictionary,
                                    std::size_t mostBytes);

} // namespace supernode
