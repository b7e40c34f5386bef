// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as a person reads them: digits by trust, grouping by locale, a thin space before the unit.
//
// A modelled number has three significant digits, never more; a number from a source is shown as exactly as
// it is known. Bandwidth is decimal and one direction; sizes of messages are binary (KiB, MiB, GiB).
// Thread: pure functions, any thread.
// Promise: a modelled number never shows more than three digits. [NumberFormat.AModelledNumberHasThreeDigits]
#pragma once

#include "model/base/units.h"

#include <QLocale>
#include <QString>

namespace supernode {

// 1871 -> "1,870", 51.34 -> "51.3", 8 -> "8.00", 0 -> "0".
QString modelled(double value, const QLocale& locale = QLocale());
// A source's number: up to six significant digits, no trailing zeros. 10752 -> "10,752", 0.5 -> "0.5".
QString exact(double value, const QLocale& locale = QLocale());
// Number and unit with a thin space between; "us" is written µs.
QString withUnit(const QString& number, const QString& unit);
QString shownUnit(const QString& unit);
// Always with a sign: "+1.9 ms", "-3.7 %", "+13 %"; two digits below ten, three above; "0 %" has none.
QString signedChange(double change, const QString& unit, const QLocale& locale = QLocale());

enum class TimeUnit { Nanoseconds, Microseconds, Milliseconds, Seconds };
TimeUnit timeUnitFor(Duration longest); // the largest in which the time is at least one
double inUnit(Duration time, TimeUnit unit);
QString symbol(TimeUnit unit);
QString modelledTime(Duration time, const QLocale& locale = QLocale());
// Seconds in one "us", "ms", ... ; 0 when the unit is no time.
double secondsIn(const QString& unit);

QString byteSize(Bytes size, const QLocale& locale = QLocale());  // "64 MiB", "1.5 KiB", "1 byte"
QString percent(double share, const QLocale& locale = QLocale()); // of 0..1, modelled: 0.862 -> "86.2 %"

// Values of facts in the unit that suits their size: "28 GB/s", "150.5 TB/s", "752 TFLOPS", "128 GB", "200
// ns".
QString factText(Bytes value, const QLocale& locale = QLocale());
QString factText(Bandwidth value, const QLocale& locale = QLocale());
QString factText(ComputeRate value, const QLocale& locale = QLocale());
QString factText(Power value, const QLocale& locale = QLocale());
QString factText(Duration value, const QLocale& locale = QLocale());
QString factText(Length value, const QLocale& locale = QLocale());
QString factText(Ratio value, const QLocale& locale = QLocale());
QString factText(Money value, const QLocale& locale = QLocale());
QString factText(int value, const QLocale& locale = QLocale());

// With their units, in the one that suits: "219 MB/s", "25.9 TB/s"; "87.4 kB", "48.0 GB" (decimal).
QString modelledRate(Bandwidth value, const QLocale& locale = QLocale());
QString modelledBytes(Bytes value, const QLocale& locale = QLocale());

// Modelled rate in GB/s or TB/s, in the unit of `scaleOf` so that two numbers can stand beside each other.
QString modelledRateOf(Bandwidth value, Bandwidth scaleOf, const QLocale& locale = QLocale());

} // namespace supernode
