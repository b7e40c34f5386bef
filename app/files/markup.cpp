// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/markup.h"

namespace supernode {

std::string markupText(const std::string& text) {
    std::string made;
    for (const char c : text)
        switch (c) {
        case '&':
            made += "&amp;";
            break;
        case '<':
            made += "&lt;";
            break;
        case '>':
            made += "&gt;";
            break;
        case '"':
            made += "&quot;";
            break;
        default:
            made += c;
        }
    return made;
}

} // namespace supernode
