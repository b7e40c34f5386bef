// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/pinned_tiles.h"

#include "views/panels/pill_button.h"
#include "views/scene/ramp.h"
#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace supernode {

PinnedTile::PinnedTile(QWidget* parent)
    : PaintedButton(parent), m_letGo(new SignButton(Sign::Cross, {}, this)) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

QSize PinnedTile::sizeHint() const {
    const Theme t = currentTheme();
    constexpr double line = 1.45; // of the size of a font, as high as Chinese needs it
    const double lines = line * (t.px(TextSize::Control) + t.px(TextSize::Small));
    return {200, std::max<int>(space::mainTarget, static_cast<int>(lines) + 20)};
}

void PinnedTile::setTexts(const QString& name, const QString& rate, double utilization, bool failed) {
    m_name = name;
    m_rate = rate;
    m_utilization = utilization;
    m_failed = failed;
    setAccessibleName(tr("Pinned: %1").arg(name));
    setAccessibleDescription(rate);
    m_letGo->setSign(Sign::Cross, tr("Let %1 go").arg(name));
    update();
}

void PinnedTile::paintEvent(QPaintEvent*) {
    const Theme t = currentTheme();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    drawRounded(p, box, space::radius, isHot() ? t.hover : t.raised, m_failed ? t.failed : t.line);
    const QRectF text = box.adjusted(12, 6, -44, -12);
    p.setFont(t.font(TextSize::Control, QFont::DemiBold));
    p.setPen(t.text);
    bool elided = drawLine(p, text, Qt::AlignLeft | Qt::AlignTop, m_name);
    p.setFont(t.font(TextSize::Small));
    p.setPen(m_failed ? t.failed : t.textDim);
    elided = drawLine(p, text, Qt::AlignLeft | Qt::AlignBottom, m_rate) || elided;
    setElided(elided);
    const QRectF bar(text.left(), box.bottom() - 8, text.width(), 3);
    drawRounded(p, bar, 1.5, t.groove);
    const Vec3 c = rampAt(static_cast<float>(m_utilization));
    if (m_utilization > 0)
        drawRounded(p, QRectF(bar.topLeft(), QSizeF(std::max(3.0, bar.width() * m_utilization), 3)), 1.5,
                    QColor::fromRgbF(c.x, c.y, c.z));
    if (showsFocus())
        drawFocusRing(p, box, space::radius, t);
}

void PinnedTile::resizeEvent(QResizeEvent* event) {
    PaintedButton::resizeEvent(event);
    const int side = space::target;
    m_letGo->setGeometry(width() - side - 6, (height() - side) / 2, side, side);
}

PinnedTiles::PinnedTiles(QWidget* parent)
    : QWidget(parent), m_title(makeLabel(tr("PINNED"), "section")), m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    m_column->addWidget(m_title);
    setVisible(false);
}

void PinnedTiles::toggle(const std::string& name) {
    if (std::erase(m_names, name) == 0)
        m_names.push_back(name);
    emit changed();
}

bool PinnedTiles::isPinned(const std::string& name) const {
    return std::find(m_names.begin(), m_names.end(), name) != m_names.end();
}

void PinnedTiles::setNames(std::vector<std::string> names) {
    m_names = std::move(names);
    emit changed();
}

void PinnedTiles::show(const Outcome& outcome, const Interval& interval) {
    m_elements.clear();
    m_shownNames.clear();
    for (const std::string& name : m_names)
        if (const Result<ElementId> found = outcome.fabric->find(name)) {
            m_elements.push_back(*found);
            m_shownNames.push_back(name);
        }
    while (m_tiles.size() > m_elements.size()) {
        m_tiles.back()->deleteLater(); // it may be its own cross that was clicked
        m_tiles.back()->hide();
        m_tiles.pop_back();
    }
    while (m_tiles.size() < m_elements.size()) {
        const std::size_t index = m_tiles.size();
        auto* tile = new PinnedTile;
        m_tiles.push_back(tile);
        m_column->addWidget(tile);
        connect(tile, &QAbstractButton::clicked, this,
                [this, index] { emit elementSelected(m_elements[index]); });
        connect(tile->letGoButton(), &QAbstractButton::clicked, this,
                [this, index] { toggle(m_shownNames[index]); });
    }
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        const ElementUse use = useOf(outcome, interval, m_elements[i]);
        const bool failed = !outcome.state.alive(m_elements[i]);
        const QString rate =
            failed ? tr("down")
                   : tr("%1 out, %2 in, busiest link %3")
                         .arg(modelledRate(use.out), modelledRate(use.in), percent(use.utilization));
        m_tiles[i]->setTexts(capitalized(word(outcome.fabric->name(m_elements[i]))), rate, use.utilization,
                             failed);
    }
    setVisible(!m_tiles.empty());
}

} // namespace supernode
