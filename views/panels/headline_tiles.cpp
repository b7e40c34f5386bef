// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/headline_tiles.h"

#include <QHBoxLayout>
#include <QPainter>

namespace supernode {
namespace {

constexpr double edge = 14;

QColor colourOf(TileModel::Judgement judgement, const Theme& t) {
    switch (judgement) {
    case TileModel::Judgement::Good:
        return t.good;
    case TileModel::Judgement::Bad:
        return t.bad;
    default:
        return t.textDim;
    }
}

} // namespace

HeadlineTile::HeadlineTile(QWidget* parent) : PaintedButton(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize HeadlineTile::minimumSizeHint() const {
    return {static_cast<int>(148 * currentTheme().scale), sizeHint().height()};
}

QSize HeadlineTile::sizeHint() const { return {224, static_cast<int>(88 * currentTheme().scale)}; }

void HeadlineTile::setModel(const TileModel& model) {
    m_model = model;
    QStringList parts{model.title, model.value + " " + model.unit, model.changeLong, model.other};
    parts.removeAll(QString());
    setAccessibleName(parts.join(", "));
    setAccessibleDescription(model.sentence);
    setToolTip(model.sentence.isEmpty() ? accessibleName() : accessibleName() + "\n" + model.sentence);
    update();
}

void HeadlineTile::paintEvent(QPaintEvent*) {
    const Theme t = currentTheme();
    QPainter p(this);
    drawRounded(p, rect(), 8, isHot() ? t.raised : t.panel, t.line);
    p.setFont(t.font(TextSize::Control));
    p.setPen(t.textDim);
    drawLine(p, QRectF(edge, 9, width() - 2 * edge, 18 * t.scale), Qt::AlignVCenter, m_model.title);
    paintNumber(p, t);
    paintFoot(p, t);
    if (showsFocus())
        drawFocusRing(p, rect(), 8, t);
}

bool HeadlineTile::paintNumber(QPainter& p, const Theme& t) const {
    const double baseline = 54 * t.scale;
    const QFont big = t.font(TextSize::Number, QFont::DemiBold), small = t.font(TextSize::Control);
    p.setFont(big);
    p.setPen(t.text);
    p.drawText(QPointF(edge - 1, baseline), m_model.value);
    const double x = edge + widthOf(big, m_model.value) + 7;
    p.setFont(small);
    p.setPen(t.textDim);
    const QString unit =
        QFontMetrics(small).elidedText(m_model.unit, Qt::ElideRight, static_cast<int>(width() - edge - x));
    p.drawText(QPointF(x, baseline), unit);
    return unit != m_model.unit;
}

bool HeadlineTile::paintFoot(QPainter& p, const Theme& t) const {
    const QFont font = t.font(TextSize::Small);
    const QRectF foot(edge, height() - 10 - 16 * t.scale, width() - 2 * edge, 16 * t.scale);
    const int otherWidth = widthOf(font, m_model.other);
    const double room = foot.width() - (otherWidth ? otherWidth + 8 : 0);
    const bool wide = widthOf(font, m_model.changeLong) <= room;
    p.setFont(font);
    p.setPen(colourOf(m_model.judgement, t));
    const bool elided = drawLine(p, foot.adjusted(0, 0, room - foot.width(), 0), Qt::AlignVCenter,
                                 wide ? m_model.changeLong : m_model.change);
    p.setPen(t.readable(m_model.otherColour));
    p.drawText(foot, Qt::AlignRight | Qt::AlignVCenter, m_model.other);
    return elided;
}

HeadlineTiles::HeadlineTiles(QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout(this)) {
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(space::unit);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void HeadlineTiles::setTiles(const std::vector<TileModel>& tiles) {
    while (m_tiles.size() > tiles.size()) {
        delete m_tiles.back();
        m_tiles.pop_back();
    }
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        if (i == m_tiles.size()) {
            auto* tile = new HeadlineTile(this);
            connect(tile, &QAbstractButton::clicked, this,
                    [this, tile] { emit metricChosen(tile->model().id); });
            m_row->addWidget(tile, 1);
            m_tiles.push_back(tile);
        }
        m_tiles[i]->setModel(tiles[i]);
    }
    fit();
}

QSize HeadlineTiles::minimumSizeHint() const {
    return m_tiles.empty() ? QSize() : m_tiles.front()->minimumSizeHint();
}

void HeadlineTiles::resizeEvent(QResizeEvent*) { fit(); }

void HeadlineTiles::fit() {
    if (m_tiles.empty())
        return;
    const int each = m_tiles.front()->minimumSizeHint().width() + space::unit;
    const auto room = static_cast<std::size_t>(std::max(1, (width() + space::unit) / each));
    for (std::size_t i = 0; i < m_tiles.size(); ++i)
        m_tiles[i]->setVisible(i < room);
}

} // namespace supernode
