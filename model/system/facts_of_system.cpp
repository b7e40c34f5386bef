// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/system/facts_of_system.h"

#include <array>

namespace supernode {
namespace {

struct UnitRow {
    Dimension dimension;
    std::string_view unit;
    double scale;
};

constexpr std::array units{
    UnitRow{Dimension::Data, "B", 1},
    UnitRow{Dimension::Data, "MB", 1e6},
    UnitRow{Dimension::Data, "GB", 1e9},
    UnitRow{Dimension::Data, "TB", 1e12},
    UnitRow{Dimension::Data, "GiB", 1073741824.0},
    UnitRow{Dimension::Time, "s", 1},
    UnitRow{Dimension::Time, "ms", 1e-3},
    UnitRow{Dimension::Time, "us", 1e-6},
    UnitRow{Dimension::Time, "ns", 1e-9},
    UnitRow{Dimension::Rate, "GB/s", 1e9},
    UnitRow{Dimension::Rate, "TB/s", 1e12},
    UnitRow{Dimension::Rate, "Gbit/s", 1e9 / 8},
    UnitRow{Dimension::Rate, "Tbit/s", 1e12 / 8},
    UnitRow{Dimension::Compute, "TFLOPS", 1e12},
    UnitRow{Dimension::Compute, "TOPS", 1e12},
    UnitRow{Dimension::Compute, "PFLOPS", 1e15},
    UnitRow{Dimension::Watts, "W", 1},
    UnitRow{Dimension::Watts, "kW", 1e3},
    UnitRow{Dimension::Distance, "m", 1},
    UnitRow{Dimension::Distance, "mm", 1e-3},
    UnitRow{Dimension::Price, "USD", 1},
    UnitRow{Dimension::Price, "M USD", 1e6},
    UnitRow{Dimension::Share, "ratio", 1},
    UnitRow{Dimension::Share, "%", 1e-2},
};

} // namespace

std::optional<double> unitScale(Dimension dimension, std::string_view unit) {
    if (dimension == Dimension::Number)
        return unit.empty() ? std::nullopt : std::optional(1.0);
    for (const UnitRow& row : units)
        if (row.dimension == dimension && row.unit == unit)
            return row.scale;
    return std::nullopt;
}

std::string allowedUnits(Dimension dimension) {
    if (dimension == Dimension::Number)
        return "the word for what is counted, such as \"chips\"";
    std::string list;
    for (const UnitRow& row : units) {
        if (row.dimension != dimension)
            continue;
        list += list.empty() ? "" : ", ";
        list += row.unit;
    }
    return list;
}

} // namespace supernode
