// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/chart_files.h"

#include "app/desktop/comparison_files.h"
#include "app/desktop/keeper.h"
#include "views/charts/bar_card.h"
#include "views/charts/curve_card.h"
#include "views/charts/degradation_card.h"
#include "views/charts/line_card.h"
#include "views/charts/scatter_card.h"
#include "views/panels/pill_button.h"

#include <QBuffer>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QMenu>
#include <QStandardPaths>

#include <array>
#include <optional>

namespace supernode {
namespace {

constexpr QSize curveSize(960, 600), cardSize(480, 320);

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

std::optional<CurveQuestion> curvesOf(const QWidget& chart) {
    if (const auto* card = qobject_cast<const CurveCard*>(&chart))
        return card->question();
    if (const auto* card = qobject_cast<const LineCard*>(&chart))
        return card->question();
    if (const auto* card = qobject_cast<const DegradationCard*>(&chart))
        return card->question();
    if (const auto* card = qobject_cast<const ScatterCard*>(&chart))
        return card->question();
    return std::nullopt;
}

QByteArray pictureOf(QWidget& card, QSize size) {
    card.resize(size);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    card.grab().toImage().save(&buffer, "PNG");
    return bytes;
}

// Several dots may stand over one x: a row for each.
QByteArray scatterCsv(const CurveQuestion& question) {
    const auto number = [](double value) {
        return QString::number(value, 'g', QLocale::FloatingPointShortest);
    };
    const auto field = [](QString text) { return '"' + text.replace('"', "\"\"") + '"'; };
    QString csv = field(question.x.title) + ',' + field(question.y.title) + ',' + "front\n";
    for (const QPointF& p : question.curves.front().points)
        csv += number(p.x()) + ',' + number(p.y()) + ',' +
               (question.curves.back().points.contains(p) ? "1\n" : "0\n");
    return csv.toUtf8();
}

QByteArray scatterPicture(const ScatterCard& card) {
    ScatterCard alone;
    const CurveQuestion question = card.question();
    alone.setTitles(question.x.title, question.y.title);
    alone.setPoints(card.points());
    return pictureOf(alone, curveSize);
}

QByteArray barBytes(const BarCard& card, ChartFormat format) {
    const Report report = reportOf(card.board(), card.row());
    if (format == ChartFormat::Svg)
        return QByteArray::fromStdString(toSvg(report, report.rows.front()));
    if (format == ChartFormat::Csv)
        return QByteArray::fromStdString(toCsv(report, report.rows));
    BarCard alone;
    alone.setRow(card.board(), card.row());
    return pictureOf(alone, cardSize);
}

} // namespace

QString suffixOf(ChartFormat format) {
    return format == ChartFormat::Png   ? QStringLiteral("png")
           : format == ChartFormat::Svg ? QStringLiteral("svg")
                                        : QStringLiteral("csv");
}

QWidget* chartAt(QWidget* widget) {
    while (widget && !qobject_cast<BarCard*>(widget) && !curvesOf(*widget))
        widget = widget->parentWidget();
    return widget;
}

QString chartName(const QWidget& chart) {
    const auto* bars = qobject_cast<const BarCard*>(&chart);
    return bars ? bars->id() : curvesOf(chart).value_or(CurveQuestion{}).id;
}

QByteArray chartBytes(const QWidget& chart, ChartFormat format) {
    if (const auto* bars = qobject_cast<const BarCard*>(&chart))
        return barBytes(*bars, format);
    const std::optional<CurveQuestion> curves = curvesOf(chart);
    if (!curves)
        return {};
    if (format == ChartFormat::Svg)
        return curveSvg(*curves);
    const auto* dots = qobject_cast<const ScatterCard*>(&chart);
    if (format == ChartFormat::Csv)
        return dots ? scatterCsv(*curves) : curveCsv(*curves);
    if (dots)
        return scatterPicture(*dots);
    CurveCard alone;
    alone.setQuestion(*curves);
    alone.setControls(CurveCard::Controls::Hidden);
    return pictureOf(alone, curveSize);
}

QString saveChart(const QWidget& chart, ChartFormat format) {
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString file =
        folder.filePath(QStringLiteral("supernode-%1-%2.%3")
                            .arg(chartName(chart), QDateTime::currentDateTime().toString("yyyyMMdd-HHmmss"),
                                 suffixOf(format)));
    folder.mkpath(".");
    const QString problem = writeWhole(file, chartBytes(chart, format).toStdString());
    return problem.isEmpty() ? tr("Saved as %1").arg(file) : problem;
}

PillButton* makeSaveButton(QWidget& chart) {
    auto* const save = new PillButton(tr("Save"), PillButton::Look::Quiet);
    save->setToolTip(tr("As a picture, as vectors, or as numbers"));
    QObject::connect(save, &PillButton::clicked, &chart, [&chart, save] { // the menu of the chart, by hand
        const QPoint at(0, save->height());
        QContextMenuEvent menu(QContextMenuEvent::Mouse, save->mapTo(&chart, at), save->mapToGlobal(at));
        QCoreApplication::sendEvent(&chart, &menu);
    });
    return save;
}

void openChartMenu(QWidget& chart, const QPoint& onScreen, const std::function<void(const QString&)>& tell) {
    auto* menu = new QMenu(&chart);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::array words{tr("Save as a picture (PNG)"), tr("Save as vectors (SVG)"),
                           tr("Save the numbers (CSV)")};
    for (std::size_t i = 0; i < chartFormats.size(); ++i)
        QObject::connect(menu->addAction(words[i]), &QAction::triggered, &chart,
                         [&chart, tell, format = chartFormats[i]] { tell(saveChart(chart, format)); });
    menu->popup(onScreen);
}

} // namespace supernode
