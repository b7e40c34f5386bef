// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/hall_labels.h"

#include "views/scene/picking.h"
#include "views/theme/theme.h"
#include "views/theme/words.h"

#include <QFontMetricsF>
#include <QPainter>

namespace supernode {
namespace {

// Pixels a metre from which they are named.
constexpr float nodesFrom = 215;
constexpr float traysFrom = 900;
constexpr float racksFrom = 42;
constexpr double padding = 6;

QColor colour(Vec3 c, float alpha = 1) { return QColor::fromRgbF(c.x, c.y, c.z, alpha); }

bool hidden(const SceneInstances& scene, const Camera& camera, Vec3 anchor) {
    const Vec3 way = anchor - camera.eye();
    const float distance = length(way);
    const Ray ray{camera.eye(), normalized(way)};
    for (std::size_t i = 0; i < scene.fabric->count(ElementKind::Rack); ++i)
        if (const auto met = hit(ray, scene.bodies[i].box); met && *met < distance - 0.08f)
            return true;
    return false;
}

// Above the front of a body; a trunk or link is named at its highest point.
Vec3 anchorOf(const SceneInstances& scene, ElementId id) {
    const Box3 body = scene.fabric->element(id).body;
    if (length(body.half) > 0)
        return body.centre + Vec3{0, body.half.y, body.half.z};
    for (const CurveInstance& curve : scene.curves)
        if (curve.element == id)
            return curve.curve.at(0.5f);
    return scene.racks.centre + Vec3{0, scene.racks.half.y, 0};
}

} // namespace

void HallLabels::forgetIfOther(const SceneFrame& frame) {
    const Theme theme = currentTheme();
    if (m_fabric == frame.instances->fabric && m_font.pixelSize() == theme.px(TextSize::Small))
        return;
    m_texts.clear();
    m_fabric = frame.instances->fabric;
    m_font = theme.font(TextSize::Small, QFont::Medium);
}

const HallLabels::Text& HallLabels::textOf(const Fabric& fabric, ElementId element, HallLabel::Style style) {
    const bool full = style != HallLabel::Style::Plain;
    const auto [at, fresh] = m_texts.try_emplace({element, full});
    if (fresh) {
        const std::string name = full ? fabric.name(element) : fabric.shortName(element);
        at->second.text.setText(capitalized(word(name)));
        at->second.text.setTextFormat(Qt::PlainText);
        at->second.text.setPerformanceHint(QStaticText::AggressiveCaching);
        at->second.text.prepare({}, m_font);
        at->second.size = at->second.text.size();
    }
    return at->second;
}

void HallLabels::add(const SceneFrame& frame, Viewport view, ElementId element, Vec3 anchor,
                     HallLabel::Style style) {
    const auto point = project(frame.camera, view, anchor);
    if (!point || (style == HallLabel::Style::Plain && hidden(*frame.instances, frame.camera, anchor)))
        return;
    const QSizeF text = textOf(*frame.instances->fabric, element, style).size;
    const double around = style == HallLabel::Style::Plain ? 1 : padding;
    const double lift = style == HallLabel::Style::Plain ? 0 : text.height();
    QRectF place(0, 0, text.width() + 2 * around, text.height() + 2 * around);
    place.moveCenter({static_cast<double>(point->x), static_cast<double>(point->y) - lift});
    const QRectF picture(0, 0, static_cast<double>(view.width), static_cast<double>(view.height));
    if (!picture.contains(place))
        return;
    for (const HallLabel& other : m_placed)
        if (other.element == element || other.place.intersects(place))
            return;
    m_placed.push_back({element, place, style});
}

const std::vector<HallLabel>& HallLabels::place(const SceneFrame& frame, QSizeF size) {
    m_placed.clear();
    if (!frame.instances)
        return m_placed;
    forgetIfOther(frame);
    const SceneInstances& scene = *frame.instances;
    const Viewport view{static_cast<float>(size.width()), static_cast<float>(size.height())};
    const auto known = [&](ElementId id) { return id.value < scene.fabric->elementCount(); };
    if (frame.selection)
        for (const ElementId id : *frame.selection)
            if (known(id))
                add(frame, view, id, anchorOf(scene, id), HallLabel::Style::Selected);
    if (known(frame.hover))
        add(frame, view, frame.hover, anchorOf(scene, frame.hover), HallLabel::Style::Hover);
    for (std::size_t i = 0; i < scene.largeBodies; ++i) {
        const BodyInstance& body = scene.bodies[i];
        const Vec3 top = body.box.centre + Vec3{0, body.box.half.y, body.box.half.z};
        const float depth = dot(top - frame.camera.eye(), frame.camera.forward());
        const bool rack = body.role == BodyRole::Rack;
        const bool tall =
            body.box.half.y > 0.08f; // a flat tray needs to be nearer, its name would hide others
        if (depth <= 0 || pixelsPerMetre(frame.camera, view, depth) < (rack   ? racksFrom
                                                                       : tall ? nodesFrom
                                                                              : traysFrom))
            continue;
        // A rack is named on the strip above its highest slot, a node just above itself.
        add(frame, view, body.element,
            top + Vec3{0, rack ? -0.07f : std::min(0.045f, body.box.half.y * 0.25f), 0},
            HallLabel::Style::Plain);
    }
    return m_placed;
}

void HallLabels::paint(QPainter& painter, const SceneFrame& frame, QSizeF size) {
    place(frame, size);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_font);
    for (const HallLabel& label : m_placed) {
        const Text& text = textOf(*frame.instances->fabric, label.element, label.style);
        const bool plain = label.style == HallLabel::Style::Plain;
        if (!plain) {
            const bool selected = label.style == HallLabel::Style::Selected;
            painter.setBrush(colour(frame.colours.textGround, 0.90f));
            painter.setPen(QPen(colour(selected ? frame.colours.outline : frame.colours.hover, 0.6f), 1));
            painter.drawRoundedRect(label.place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        }
        const double inset = plain ? 1 : padding;
        painter.setPen(colour(frame.colours.text, plain ? 0.72f : 1.0f));
        painter.drawStaticText(label.place.topLeft() + QPointF(inset, inset), text.text);
    }
}

} // namespace supernode
