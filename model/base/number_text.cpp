// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/number_text.h"

#include <cstdio>

namespace supernode {

std::string numberText(double value, int digits) {
    char text[32];
    std::snprintf(text, sizeof text, "%.*g", digits, value);
    return text;
}

std::string gigabytesText(Bytes amount) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f GB", amount.base() / 1e9);
    return text;
}

} // namespace supernode
