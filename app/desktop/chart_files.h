// SPDX-License-Identifier: GPL-3.0-or-later
// Any single chart of the window as a file: a picture (PNG), vectors (SVG), or its numbers (CSV).
//
// A picture is drawn anew at a size of its own, so that neither the window nor the pointer is in it; words
// and colours are those of now. Thread: GUI. Errors: a sentence. Promise: the same chart gives the same
// bytes. [ChartFilesTest.TheSameChartGivesTheSameBytes] Promise: the table holds the numbers that the chart
// shows. [ChartFilesTest.TheTableHoldsTheNumbersOfTheCard]
#pragma once

#include <QByteArray>
#include <QPoint>
#include <QString>

#include <array>
#include <functional>

class QWidget;

namespace supernode {

class PillButton;

enum class ChartFormat { Png, Svg, Csv };
inline constexpr std::array chartFormats{ChartFormat::Png, ChartFormat::Svg, ChartFormat::Csv};
QString suffixOf(ChartFormat format);

// The chart that a widget is or lies in; null for none.
QWidget* chartAt(QWidget* widget);
QString chartName(const QWidget& chart); // of its file
QByteArray chartBytes(const QWidget& chart, ChartFormat format);
// Into the documents of the person, with the time in its name: a sentence that says where, or what failed.
QString saveChart(const QWidget& chart, ChartFormat format);
// A button for a finger that opens the menu of the chart; for its owner to place inside of it.
PillButton* makeSaveButton(QWidget& chart);
// Asks which format; `tell` gets the sentence of saveChart.
void openChartMenu(QWidget& chart, const QPoint& onScreen, const std::function<void(const QString&)>& tell);

} // namespace supernode
