// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/bar_plot.h"

#include "views/panels/painted.h"
#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QHorizontalStackedBarSeries>
#include <QValueAxis>

#include <cmath>

namespace supernode {
namespace {

// Categories run upwards: the left machine is the upper bar.
constexpr int leftCategory = 1, rightCategory = 0;
constexpr double corner = 4, labelGap = 8;

// Qt Charts lays the bars out; it can only draw square corners, so the bars it knows are invisible and we
// paint round ones in their place.
void makeInvisible(QBarSet& set) {
    set.setPen(Qt::NoPen);
    set.setBrush(Qt::NoBrush);
}

} // namespace

BarPlot::BarPlot(QWidget* parent)
    : BareChartView(makeBareChart(), parent), m_left(new QBarSet({})), m_right(new QBarSet({})),
      m_series(new QHorizontalStackedBarSeries), m_axis(new QValueAxis) {
    *m_left << 0 << 0;
    *m_right << 0 << 0;
    m_series->append(m_left);
    m_series->append(m_right);
    m_series->setBarWidth(0.6);
    makeInvisible(*m_left);
    makeInvisible(*m_right);
    chart()->addSeries(m_series);
    auto* categories = new QBarCategoryAxis;
    categories->append({QStringLiteral("right"), QStringLiteral("left")});
    categories->setVisible(false);
    m_axis->setVisible(false);
    chart()->addAxis(categories, Qt::AlignLeft);
    chart()->addAxis(m_axis, Qt::AlignBottom);
    m_series->attachAxis(categories);
    m_series->attachAxis(m_axis);
    setMinimumHeight(56);
    setMaximumHeight(128);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void BarPlot::setBars(const BoardRow& row, const QColor& left, const QColor& right) {
    m_row = row;
    m_left->replace(leftCategory, row.left);
    m_right->replace(rightCategory, row.right);
    m_leftColour = left;
    m_rightColour = right;
    fitAxis();
    viewport()->update();
}

double BarPlot::value(Leader side) const {
    return side == Leader::Left ? m_left->at(leftCategory) : m_right->at(rightCategory);
}

QString BarPlot::text(Leader side) const {
    const double number = side == Leader::Left ? m_row.left : m_row.right;
    if (number <= 0)
        return QStringLiteral("–");
    return number == std::round(number) && number < 1000 ? exact(number) : modelled(number);
}

QPointF BarPlot::pointAt(Leader side, double value) const {
    const double category = side == Leader::Left ? leftCategory : rightCategory;
    return mapFromScene(chart()->mapToScene(chart()->mapToPosition({value, category}, m_series)));
}

// The longer bar leaves room for the wider of the two labels.
void BarPlot::fitAxis() {
    const QFont font = currentTheme().font(TextSize::Control, QFont::DemiBold);
    const double label = std::max(widthOf(font, text(Leader::Left)), widthOf(font, text(Leader::Right)));
    const double room = std::max(0.3, 1 - (label + labelGap + 4) / std::max(1, width()));
    const double longest = std::max({m_row.left, m_row.right, 1e-12});
    m_axis->setRange(0, longest / room);
}

void BarPlot::drawForeground(QPainter* painter, const QRectF&) {
    const Theme t = currentTheme();
    painter->save();
    painter->resetTransform();
    painter->setFont(t.font(TextSize::Control, QFont::DemiBold));
    const double thickness = std::min(height() * 0.31, 34.0);
    for (const Leader side : {Leader::Left, Leader::Right}) {
        const QPointF start = pointAt(side, 0), end = pointAt(side, value(side));
        const QRectF bar(start.x(), start.y() - thickness / 2, std::max(2.0, end.x() - start.x()), thickness);
        const QColor colour = side == Leader::Left ? m_leftColour : m_rightColour;
        QColor fill = colour;
        fill.setAlphaF(isPublished(m_row.grade) ? 0.22f : 1.0f);
        if (value(side) > 0)
            drawRounded(*painter, bar, corner, fill, colour, 1.5);
        painter->setPen(t.text);
        painter->drawText(QRectF(end.x() + labelGap, end.y() - 12, width(), 24), Qt::AlignVCenter,
                          text(side));
    }
    painter->restore();
}

void BarPlot::resizeEvent(QResizeEvent* event) {
    BareChartView::resizeEvent(event);
    fitAxis();
}

} // namespace supernode
