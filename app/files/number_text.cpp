// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/number_text.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace supernode {
namespace {

std::string withCommas(std::string digits) {
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    const std::size_t end = std::min(digits.find('.'), digits.size());
    for (std::size_t at = end; at > first + 3;) {
        at -= 3;
        digits.insert(at, ",");
    }
    return digits;
}

std::string significant(double value, int digits) {
    if (!std::isfinite(value))
        return "not a number";
    char text[64];
    std::snprintf(text, sizeof text, "%.*e", digits - 1, value);
    const double rounded = std::strtod(text, nullptr);
    const int magnitude =
        rounded == 0 ? 0 : static_cast<int>(std::floor(std::log10(std::abs(rounded)) + 1e-12));
    if (std::abs(magnitude) > 14)
        return text;
    std::snprintf(text, sizeof text, "%.*f", std::max(0, digits - 1 - magnitude), rounded);
    return withCommas(text);
}

// "288.7680" -> "288.768", "5,376" as it is.
std::string withoutZeros(std::string text) {
    if (text.find('.') == std::string::npos || text.find('e') != std::string::npos)
        return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.'))
        text.pop_back();
    return text;
}

} // namespace

std::string threeDigits(double value) { return significant(value, 3); }

std::string sixDigits(double value) { return withoutZeros(significant(value, 6)); }

std::string byTrust(double value, Grade grade) {
    return grade == Grade::Modelled ? threeDigits(value) : sixDigits(value);
}

std::string signedPercent(double share) {
    const std::string digits = threeDigits(share * 100);
    return (share > 0 ? "+" + digits : digits) + " %";
}

std::string wholeWithCommas(double value) {
    if (!(std::abs(value) < 1e15))
        return sixDigits(value);
    char text[64];
    std::snprintf(text, sizeof text, "%.6f", value);
    return withoutZeros(withCommas(text));
}

} // namespace supernode
