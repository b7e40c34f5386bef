// SPDX-License-Identifier: GPL-3.0-or-later
// How names of elements are put together: lower case, and numbers that count from 1.
#pragma once

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>

namespace supernode {

inline std::string lowerCase(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

inline std::string numbered(std::string_view word, std::size_t index) {
    return std::string(word) + " " + std::to_string(index + 1);
}

} // namespace supernode
