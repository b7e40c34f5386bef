// SPDX-License-Identifier: GPL-3.0-or-later
// A text as a QR code (ISO/IEC 18004), by libqrencode: squares, text for a terminal, SVG.
//
// Pure; any thread. A scanner reads capitals, digits and hyphens best. Errors: a text of more than 1 KiB.
#pragma once

#include "model/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace supernode {

struct QrSquares {
    int size = 0;           // squares along an edge, without the quiet zone
    std::vector<bool> dark; // row by row from the top left

    bool isDark(int column, int row) const { // outside: the quiet zone, light
        return column >= 0 && row >= 0 && column < size && row < size &&
               dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(size) +
                    static_cast<std::size_t>(column)];
    }
};
constexpr int qrQuietZone = 4; // light squares around it, as the standard asks

// Corrects 15 % of damaged squares.
// Promise: a scanner reads what was written, where one is installed. [QrPicture.AScannerReadsWhatWasWritten]
Result<QrSquares> qrSquares(const std::string& text);

// Half blocks, two rows a line, dark on light also where the terminal is dark.
std::string qrText(const QrSquares& squares);
// Black on white with its quiet zone; `caption` is its title for readers that cannot see it.
std::string qrSvg(const QrSquares& squares, std::string_view caption);

} // namespace supernode
