// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/bar_plot.h"

#include "views/panels/painted.h"
#include "views/panels/tile_model.h"
#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QHorizontalStackedBarSeries>
#include <QPainter>
#include <QPainterPath>
#include <QValueAxis>

#include <cmath>

namespace supernode {
namespace {

constexpr double corner = 4, labelGap = 8, capHeight = 8;

// Where documents disagree: from the least to the most, legible on a bar and beside it.
void drawRange(QPainter& p, const QLineF& range, const Theme& t) {
    QPainterPath path(range.p1());
    path.lineTo(range.p2());
    for (const double x : {range.x1(), range.x2()}) {
        path.moveTo(x, range.y1() - capHeight);
        path.lineTo(x, range.y1() + capHeight);
    }
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(t.panel, 5, Qt::SolidLine, Qt::RoundCap));
    p.drawPath(path);
    p.setPen(QPen(t.text, 2, Qt::SolidLine, Qt::RoundCap));
    p.drawPath(path);
}

} // namespace

// Qt Charts lays the bars out; it can only draw square corners, so the bars it knows are invisible and we
// paint round ones in their place.
BarPlot::BarPlot(QWidget* parent)
    : BareChartView(makeBareChart(), parent), m_set(new QBarSet({})),
      m_series(new QHorizontalStackedBarSeries), m_categories(new QBarCategoryAxis), m_axis(new QValueAxis) {
    m_series->append(m_set);
    m_series->setBarWidth(0.6);
    m_set->setPen(Qt::NoPen);
    m_set->setBrush(Qt::NoBrush);
    chart()->addSeries(m_series);
    m_categories->setVisible(false);
    m_axis->setVisible(false);
    chart()->addAxis(m_categories, Qt::AlignLeft);
    chart()->addAxis(m_axis, Qt::AlignBottom);
    m_series->attachAxis(m_categories);
    m_series->attachAxis(m_axis);
    setMinimumHeight(56);
    setMaximumHeight(176);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void BarPlot::setBars(const BoardRow& row, const std::vector<QColor>& colours) {
    m_row = row;
    m_colours = colours;
    const std::size_t machines = row.numbers.size();
    m_set->remove(0, m_set->count());
    QStringList names;
    for (std::size_t i = 0; i < machines; ++i) {
        names << QString::number(i);
        *m_set << row.value(machines - 1 - i).value_or(0);
    }
    m_categories->setCategories(names);
    setMaximumHeight(static_cast<int>(std::max<std::size_t>(machines, 2)) * 88);
    fitAxis();
    update();
}

int BarPlot::category(std::size_t machine) const {
    return static_cast<int>(m_row.numbers.size() - 1 - machine);
}

double BarPlot::value(std::size_t machine) const { return m_set->at(category(machine)); }

QString BarPlot::text(std::size_t machine) const {
    const double number = m_row.value(machine).value_or(0);
    if (number <= 0)
        return QStringLiteral("–");
    const std::optional<Metric>& shown = m_row.numbers[machine].shown;
    return boundSign(shown ? shown->bound : Metric::Bound::None) +
           (number == std::round(number) && number < 1000 ? exact(number) : modelled(number));
}

QPointF BarPlot::pointAt(std::size_t machine, double value) const {
    return chart()->mapToPosition({value, static_cast<double>(category(machine))}, m_series);
}

// Larger where the card is.
QFont BarPlot::numberFont() const {
    const bool roomy = height() >= 60 * static_cast<int>(m_row.numbers.size());
    return currentTheme().font(roomy ? TextSize::Title : TextSize::Control, QFont::DemiBold);
}

// The longer bar leaves room for the wider of the two labels.
void BarPlot::fitAxis() {
    const QFont font = numberFont();
    double label = 0, longest = 1e-12;
    for (std::size_t i = 0; i < m_row.numbers.size(); ++i) {
        label = std::max<double>(label, widthOf(font, text(i)));
        longest = std::max(longest, m_row.numbers[i].high());
    }
    const double room = std::max(0.3, 1 - (label + labelGap + 4) / std::max(1, width()));
    m_axis->setRange(0, longest / room);
}

void BarPlot::drawForeground(QPainter& painter) {
    const Theme t = currentTheme();
    painter.setFont(numberFont());
    const auto machines = static_cast<double>(m_row.numbers.size());
    const double thickness = std::min(height() * 0.62 / machines, 46.0);
    for (std::size_t i = 0; i < m_row.numbers.size(); ++i) {
        const QPointF start = pointAt(i, 0), end = pointAt(i, value(i));
        const QRectF bar(start.x(), start.y() - thickness / 2, std::max(2.0, end.x() - start.x()), thickness);
        QColor fill = m_colours[i];
        fill.setAlphaF(isPublished(m_row.grade) ? 0.22f : 1.0f);
        if (value(i) > 0)
            drawRounded(painter, bar, std::min(corner, thickness / 3), fill, m_colours[i], 1.5);
        const BoardNumber& number = m_row.numbers[i];
        const double low = pointAt(i, number.low()).x(), high = pointAt(i, number.high()).x();
        if (!number.others.empty())
            drawRange(painter, QLineF(low, end.y(), high, end.y()), t);
        painter.setPen(t.text);
        painter.drawText(QRectF(std::max(end.x(), high) + labelGap, end.y() - 12, width(), 24),
                         Qt::AlignVCenter, text(i));
    }
}

void BarPlot::resizeEvent(QResizeEvent* event) {
    BareChartView::resizeEvent(event);
    fitAxis();
}

} // namespace supernode
