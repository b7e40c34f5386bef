// SPDX-License-Identifier: GPL-3.0-or-later
// The axes of a curve: what they span, where their lines stand, and what is written at them.
//
// Linear axes start at zero. Units: "us" and "MiB" are written in the unit that suits each number ("10 ms",
// "4 KiB"). Pure; any thread.
// Promise: a logarithmic axis leaves little of its length empty. [ChartAxis.ALogarithmicAxisIsFilled]
// Promise: numbers have separators and units. [ChartAxis.NumbersHaveSeparatorsAndUnits]
#pragma once

#include <QString>

#include <vector>

namespace supernode {

enum class AxisScale { Logarithmic, Linear };

struct CurveAxis {
    QString title;
    QString unit; // "us", "MiB", "%", any other word, or none
    AxisScale scale = AxisScale::Logarithmic;
    int base = 10;      // 2: its lines double
    double reach = 0;   // how far from a point the cross-hair still reads it, in lengths of the axis
    double padding = 0; // share of its length that is left free beyond the values
};

struct AxisSpan {
    double low = 0, high = 1;
};

AxisSpan spanOf(const CurveAxis& axis, double least, double most); // 0 < least where it is logarithmic
// At most about `most` of them, rising, all within the span.
std::vector<double> ticksOf(const CurveAxis& axis, AxisSpan span, int most);
QString tickText(const CurveAxis& axis, double value);
// As a read-out says it: three digits where it is modelled.
enum class Digits { Exact, Modelled };
QString valueText(const CurveAxis& axis, double value, Digits digits);
// 0 at the low end, 1 at the high end.
double placeOf(const CurveAxis& axis, AxisSpan span, double value);

} // namespace supernode
