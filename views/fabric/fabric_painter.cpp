// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fabric/fabric_painter.h"

#include "views/panels/painted.h"
#include "views/scene/ramp.h"
#include "views/theme/number_format.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace supernode {
namespace {

constexpr double degrees = 180 / std::numbers::pi;

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

QColor withAlpha(QColor colour, double alpha) {
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

QString networkWord(Network network) {
    return network == Network::Vpc ? QStringLiteral("VPC") : QStringLiteral("RDMA");
}

class PartsPainter {
public:
    PartsPainter(QPainter& painter, const FabricParts& parts)
        : m_p(painter), m_in(parts), m_t(parts.theme),
          m_seen(QPointF(), QSizeF(painter.device()->width(), painter.device()->height()) /
                                painter.device()->devicePixelRatio()) {}

    void paint(PlainParts plain) {
        m_p.setRenderHint(QPainter::Antialiasing);
        for (std::size_t i = 0; i < m_in.picture.parts.size(); ++i)
            paintPart(i, plain);
        if (m_in.ways.lit)
            paintWays();
        for (const std::uint32_t part : m_in.ways.selected)
            outline(part, QPen(m_t.text, 1.6));
        for (const std::uint32_t part : m_in.hovered)
            outline(part, QPen(m_t.accent, 2));
    }

    // Of one colour, and which.
    bool isPlain(const RingPart& part, const Shade& shade) const {
        return shade.failed < 1 && (part.kind == PartKind::Leaf || !differs(shade));
    }
    QColor plainColour(const RingPart& part, const Shade& shade) const {
        return part.kind == PartKind::Leaf ? m_t.textDim : colourOf(shade);
    }

private:
    // A colour that nothing moves through, so that idle is told from slow.
    QColor idle() const { return m_t.groove; }
    QColor colourOf(const Shade& shade) const {
        return m_in.colouring == Colouring::ByChange ? colourOfChange(shade) : colourOfUse(shade.use);
    }
    QColor colourOfUse(float use) const { return use <= 0 ? idle() : toColour(rampAt(use)); }
    QColor colourOfChange(const Shade& shade) const {
        const ChangeHues& hues = m_t.ground.lightnessF() < 0.5f ? glowingHues : coveringHues;
        const float change = shade.before < 0 ? 0 : shade.use - shade.before;
        const QColor ground = idle();
        return toColour(mix({ground.redF(), ground.greenF(), ground.blueF()},
                            change > 0 ? hues.busier : hues.calmer, changeStrength(change)));
    }
    static QColor toColour(Vec3 c) { return QColor::fromRgbF(c.x, c.y, c.z); }
    // Whether it has another colour than in the baseline.
    bool differs(const Shade& shade) const {
        constexpr float seen = 0.005f;
        return m_in.colouring == Colouring::ByUtilization && shade.before >= 0 &&
               std::abs(shade.use - shade.before) > seen;
    }

    QPainterPath shapeOf(const RingPart& part) const { return supernode::shapeOf(part, m_in.place); }

    // Some of its links or members are down: a dashed edge, however busy the rest is. A bunch may lose a few.
    static bool isCut(const RingPart& part, const Shade& shade) {
        return part.kind == PartKind::Segment && shade.failed < 1 &&
               shade.cut > (part.count > 1 ? 0.001f : 0);
    }

    static RingPart inner(RingPart part) {
        constexpr double share = 0.6;
        part.half *= share;
        return part;
    }

    void paintPart(std::size_t i, PlainParts plain) {
        const RingPart& part = m_in.picture.parts[i];
        const Shade& shade = m_in.shades[i];
        const bool filled = plain == PlainParts::Filled && isPlain(part, shade), cut = isCut(part, shade);
        if (filled && !cut)
            return;
        const double reach = 1.5 * m_in.place.scale * std::max(part.half, part.halfAngle * part.radius) + 2;
        if (!m_seen.adjusted(-reach, -reach, reach, reach).contains(m_in.place.toPixel(part.middle())))
            return;
        const QPainterPath shape = shapeOf(part);
        if (shade.failed >= 1) {
            paintFailed(part, shape);
            return;
        }
        if (!filled)
            paintUse(part, shade, shape);
        if (cut) {
            m_p.setBrush(Qt::NoBrush);
            m_p.setPen(QPen(m_t.failed, 1.4, Qt::DashLine));
            m_p.drawPath(shape);
        }
    }
    void paintUse(const RingPart& part, const Shade& shade, const QPainterPath& shape) {
        const bool plain = isPlain(part, shade);
        m_p.setPen(Qt::NoPen);
        m_p.setBrush(plain ? plainColour(part, shade) : colourOfUse(shade.before));
        m_p.drawPath(shape);
        if (plain)
            return;
        m_p.setBrush(colourOf(shade)); // as it is, on what it was
        m_p.drawPath(shapeOf(inner(part)));
    }

    // Failed is a colour, a dashed edge and a cross.
    void paintFailed(const RingPart& part, const QPainterPath& shape) {
        if (part.kind == PartKind::Leaf) {
            m_p.setPen(Qt::NoPen);
            m_p.setBrush(m_t.failed);
            m_p.drawPath(shape);
            return;
        }
        m_p.setBrush(m_t.failedGround);
        m_p.setPen(QPen(m_t.failed, 1.1, part.halfAngle > 0 ? Qt::DashLine : Qt::SolidLine));
        m_p.drawPath(shape);
        const double half = std::min(part.half, 0.03) * m_in.place.scale * 0.62;
        if (half < 1.2)
            return;
        const QPointF middle = m_in.place.toPixel(part.middle());
        m_p.setPen(QPen(m_t.failed, 1.3));
        m_p.drawLine(middle - QPointF(half, half), middle + QPointF(half, half));
        m_p.drawLine(middle - QPointF(half, -half), middle + QPointF(half, -half));
    }

    void outline(std::uint32_t part, const QPen& pen) {
        m_p.setBrush(Qt::NoBrush);
        m_p.setPen(pen);
        m_p.drawPath(shapeOf(m_in.picture.parts[part]));
    }

    void paintWays() {
        std::vector<QPolygonF> whole, failed;
        for (const Way* way : linesOf(m_in.ways))
            addSeen(*way, way->failed ? failed : whole);
        m_p.setBrush(Qt::NoBrush);
        // So that light lines stand out on light rings; smooth shadows look the same and take four times as
        // long.
        m_p.setRenderHint(QPainter::Antialiasing, false);
        m_p.setPen(QPen(withAlpha(m_t.ground, 0.45), 3.4));
        drawAll(whole);
        m_p.setRenderHint(QPainter::Antialiasing);
        m_p.setPen(QPen(m_t.text, 1.5));
        drawAll(whole);
        // Many would look as if all else on their spokes were down, too.
        constexpr std::size_t few = 24;
        m_p.setPen(failed.size() > few ? QPen(withAlpha(m_t.failed, 0.45), 1, Qt::DotLine)
                                       : QPen(m_t.failed, 1.5, Qt::DashLine));
        drawAll(failed);
    }
    // One by one: a single path of all of them takes ten times as long to fill.
    void drawAll(const std::vector<QPolygonF>& lines) {
        for (const QPolygonF& line : lines)
            m_p.drawPolyline(line);
    }
    // The stretches that can be seen: dashes far outside the picture would take longer than all the rest.
    void addSeen(const Way& way, std::vector<QPolygonF>& lines) const {
        QPolygonF line;
        for (std::size_t i = 0; i + 1 < way.points.size(); ++i) {
            const QPointF from = m_in.place.toPixel(way.points[i]),
                          to = m_in.place.toPixel(way.points[i + 1]);
            const QRectF box = QRectF(from, to).normalized().adjusted(-2, -2, 2, 2);
            if (m_seen.intersects(box)) {
                if (line.isEmpty())
                    line.push_back(from);
                line.push_back(to);
            } else if (!line.isEmpty()) {
                lines.push_back(std::exchange(line, {}));
            }
        }
        if (!line.isEmpty())
            lines.push_back(line);
    }

    QPainter& m_p;
    const FabricParts& m_in;
    const Theme& m_t;
    QRectF m_seen; // of the picture, in pixels
};

class GroundPainter {
public:
    GroundPainter(QPainter& painter, const FabricGround& ground)
        : m_p(painter), m_in(ground), m_picture(*ground.picture), m_t(ground.theme),
          m_accent(QString::fromStdString(m_picture.fabric->system().accent)) {}

    void paint() {
        m_p.setRenderHint(QPainter::Antialiasing);
        paintDisc();
        paintSpokes();
        paintCaption();
        paintLabels();
    }

private:
    // A quiet ground that holds the rings together.
    void paintDisc() {
        const double outer = (m_picture.rings.front().leafRadius + 0.02) * m_in.place.scale;
        QRadialGradient ground(m_in.place.centre, outer);
        ground.setColorAt(0, withAlpha(m_t.panel, 0));
        ground.setColorAt(m_picture.hole, withAlpha(m_t.panel, 0.25));
        ground.setColorAt(1, m_t.panel);
        m_p.setPen(Qt::NoPen);
        m_p.setBrush(ground);
        m_p.drawEllipse(m_in.place.centre, outer, outer);
    }

    void paintSpokes() {
        const double inner = m_picture.rings.back().radius;
        m_p.setPen(QPen(withAlpha(m_t.textDim, 0.28), 1));
        for (const Spoke& spoke : m_picture.spokes)
            m_p.drawLine(m_in.place.toPixel(onCircle(m_picture.bandInner - 0.005, spoke.angle)),
                         m_in.place.toPixel(onCircle(inner, spoke.angle)));
    }

    void paintCaption() {
        const double radius = m_picture.hole * m_in.place.scale;
        if (radius < 30)
            return;
        for (const CaptionLine& line : captionLines(m_in.caption, radius, m_t)) {
            m_p.setFont(line.font);
            m_p.setPen(line.first ? m_t.readable(m_accent) : m_t.textDim);
            m_p.drawText(line.box.translated(m_in.place.centre), Qt::AlignCenter | Qt::TextSingleLine,
                         line.text);
        }
    }

    void paintLabels() {
        m_p.setFont(m_t.font(TextSize::Small));
        for (const RingLabel& label : m_in.labels) {
            m_p.setPen(label.failed ? m_t.failed : m_t.textDim);
            m_p.drawText(label.box, Qt::AlignCenter | Qt::TextSingleLine, label.text);
            if (label.failed) // struck through: not the colour alone
                m_p.drawLine(label.box.topLeft() + QPointF(0, label.box.height() / 2),
                             label.box.topRight() + QPointF(0, label.box.height() / 2));
        }
    }

    QPainter& m_p;
    const FabricGround& m_in;
    const FabricPicture& m_picture;
    const Theme& m_t;
    QColor m_accent;
};

void addUnlessCrowded(std::vector<RingLabel>& labels, RingLabel label) {
    const QRectF air = label.box.adjusted(-0.5, 0, 0.5, 0);
    if (std::none_of(labels.begin(), labels.end(),
                     [&](const RingLabel& other) { return other.box.intersects(air); }))
        labels.push_back(std::move(label));
}

} // namespace

QPainterPath shapeOf(const RingPart& part, const RingPlacement& place) {
    QPainterPath path;
    if (part.kind == PartKind::Segment || part.kind == PartKind::Strip) {
        const auto circle = [&](double radius) {
            const double r = radius * place.scale;
            return QRectF(place.centre.x() - r, place.centre.y() - r, 2 * r, 2 * r);
        };
        const double from = -(part.angle - part.halfAngle) * degrees, sweep = -2 * part.halfAngle * degrees;
        path.arcMoveTo(circle(part.radius + part.half), from);
        path.arcTo(circle(part.radius + part.half), from, sweep);
        path.arcTo(circle(part.radius - part.half), from + sweep, -sweep);
        path.closeSubpath();
        return path;
    }
    const QPointF middle = place.toPixel(part.middle());
    const double half = std::max(part.half * place.scale, 1.1);
    if (part.kind == PartKind::Leaf) {
        path.addEllipse(middle, half, half);
        return path;
    }
    const QPointF out = onCircle(half, part.angle), along(-out.y(), out.x());
    path.addPolygon(
        QPolygonF({middle + out + along, middle + out - along, middle - out - along, middle - out + along}));
    path.closeSubpath();
    return path;
}

std::vector<RingLabel> labelsOf(const FabricPicture& picture, const FabricState& state,
                                const RingPlacement& place, const Theme& theme) {
    std::vector<RingLabel> labels;
    const QFontMetricsF metrics(theme.font(TextSize::Small));
    const auto add = [&](ElementId element, const QString& text, QPointF middle) {
        const QSizeF size(metrics.horizontalAdvance(text) + 1, metrics.height());
        addUnlessCrowded(labels, {QRectF(middle - QPointF(size.width(), size.height()) / 2, size), text,
                                  element, element.valid() && !state.alive(element)});
    };
    const Fabric& f = *picture.fabric;
    double innermost = picture.rings.back().radius;
    for (const Ring& ring : picture.rings) {
        if (ring.plane < 0)
            continue;
        const ElementId plane = f.id(ElementKind::Plane, static_cast<std::size_t>(ring.plane));
        add(plane, QLocale().toString(ring.plane + 1), place.toPixel({ring.radius, 0}));
        innermost = ring.radius;
    }
    if (picture.rings.front().plane >= 0 && picture.rings.back().plane >= 0) {
        const QString word = tr("plane");
        const double wide = metrics.horizontalAdvance(word);
        const double at = (innermost - picture.rings.back().half) * place.scale - wide / 2 - 4;
        if (at - wide / 2 > 0.75 * picture.hole * place.scale)
            add({}, word, place.centre + QPointF(at, 0));
    }
    // Beside the strips, in the gap at the right: the outer above, the inner below.
    for (std::size_t i = 0; i < picture.strips.size(); ++i) {
        const QString text = networkWord(picture.strips[i].network);
        const double wide = metrics.horizontalAdvance(text) / 2 + 4, high = metrics.height() / 2;
        add(picture.strips[i].element, text,
            place.toPixel({1, 0}) + QPointF(wide, picture.strips.size() == 1 ? 0 : (i == 0 ? -high : high)));
    }
    if (picture.racks.size() > 1)
        for (const RackCaption& rack : picture.racks) {
            const QString text = tr("rack %1").arg(QString::number(f.element(rack.element).index + 1));
            const double wide = metrics.horizontalAdvance(text) / 2 + 4, high = metrics.height() / 2 + 1;
            const QPointF out = onCircle(1, rack.angle);
            add(rack.element, text, place.toPixel(out) + QPointF(out.x() * wide, out.y() * high) + out * 3);
        }
    return labels;
}

std::vector<CaptionLine> captionLines(const QStringList& caption, double radius, const Theme& theme) {
    constexpr double air = 0.95; // of the radius: nothing touches the ring
    constexpr int least = 7;     // pixels of text
    const auto lines = [&](int title, int small) {
        std::vector<CaptionLine> made;
        double high = 0;
        for (qsizetype i = 0; i < caption.size(); ++i) {
            QFont font = theme.font(TextSize::Small, i == 0 ? QFont::DemiBold : QFont::Normal);
            font.setPixelSize(i == 0 ? title : small);
            const double line = QFontMetricsF(font).height() * 1.08, wide = widthOf(font, caption[i]) + 2;
            made.push_back({caption[i], font, QRectF(-wide / 2, high, wide, line), i == 0});
            high += line;
        }
        for (CaptionLine& line : made)
            line.box.translate(0, -high / 2);
        return made;
    };
    const auto fits = [&](const std::vector<CaptionLine>& made) {
        return std::all_of(made.begin(), made.end(), [&](const CaptionLine& line) {
            const double far = std::max(std::abs(line.box.top()), std::abs(line.box.bottom()));
            return std::hypot(line.box.right(), far) <= radius * air;
        });
    };
    // The small lines as large as they can be, then the title over them.
    for (int small = theme.px(TextSize::Control); small > least; --small)
        for (int title = theme.px(TextSize::Large); title >= small; --title)
            if (std::vector<CaptionLine> made = lines(title, small); fits(made))
                return made;
    return lines(least, least);
}

void paintGround(QPainter& painter, const FabricGround& ground) { GroundPainter(painter, ground).paint(); }

void paintParts(QPainter& painter, const FabricParts& parts, PlainParts plain) {
    PartsPainter(painter, parts).paint(plain);
}

std::vector<QRgb> plainColours(const FabricParts& parts) {
    QImage nowhere(1, 1, QImage::Format_RGB32);
    QPainter painter(&nowhere);
    const PartsPainter look(painter, parts);
    std::vector<QRgb> colours;
    colours.reserve(parts.shades.size());
    for (std::size_t i = 0; i < parts.shades.size(); ++i) {
        const RingPart& part = parts.picture.parts[i];
        const bool plain = look.isPlain(part, parts.shades[i]);
        colours.push_back(plain ? look.plainColour(part, parts.shades[i]).rgb() : 0);
    }
    return colours;
}

} // namespace supernode
