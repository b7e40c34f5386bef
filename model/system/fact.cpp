// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/system/fact.h"

#include <array>
#include <utility>

namespace supernode {
namespace {

constexpr std::array<std::pair<Grade, std::string_view>, 9> grades{{{Grade::Vendor, "vendor"},
                                                                    {Grade::Paper, "paper"},
                                                                    {Grade::Measured, "measured"},
                                                                    {Grade::Analyst, "analyst"},
                                                                    {Grade::Press, "press"},
                                                                    {Grade::Derived, "derived"},
                                                                    {Grade::Fitted, "fitted"},
                                                                    {Grade::Assumption, "assumption"},
                                                                    {Grade::Modelled, "modelled"}}};

} // namespace

std::string_view toString(Grade grade) {
    for (const auto& [g, word] : grades)
        if (g == grade)
            return word;
    return "modelled";
}

std::optional<Grade> gradeFromString(std::string_view word) {
    for (const auto& [g, w] : grades)
        if (w == word)
            return g;
    return std::nullopt;
}

} // namespace supernode
