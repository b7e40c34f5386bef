// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/table.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace supernode {
namespace {

// Characters on screen: bytes of UTF-8 that do not continue one. Wide characters count once.
std::size_t width(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

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

std::string Table::text(std::size_t indent) const {
    std::vector<std::size_t> widths(m_columns.size());
    for (const auto& row : m_rows)
        for (std::size_t c = 0; c < row.size(); ++c)
            widths[c] = std::max(widths[c], width(row[c]));
    std::string all;
    for (const auto& row : m_rows) {
        std::string line(indent, ' ');
        for (std::size_t c = 0; c < row.size(); ++c) {
            const std::string pad(widths[c] - width(row[c]), ' ');
            line += (c ? "  " : "") + (m_columns[c] == Align::Right ? pad + row[c] : row[c] + pad);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        all += line + "\n";
    }
    return all;
}

std::string threeDigits(double value) { return significant(value, 3); }

std::string sixDigits(double value) { return withoutZeros(significant(value, 6)); }

std::string wholeWithCommas(double value) {
    if (!(std::abs(value) < 1e15))
        return sixDigits(value);
    char text[64];
    std::snprintf(text, sizeof text, "%.6f", value);
    return withoutZeros(withCommas(text));
}

std::string wrapped(const std::string& text, std::size_t indent, std::size_t width) {
    const std::string margin(indent, ' ');
    std::string all, line;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, end - at);
        if (!line.empty() && indent + line.size() + 1 + word.size() > width) {
            all += margin + line + "\n";
            line.clear();
        }
        line += (line.empty() ? "" : " ") + word;
        at = end + 1;
    }
    return all + margin + line + "\n";
}

} // namespace supernode
