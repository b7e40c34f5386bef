// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fabric/part_map.h"

#include <QPainter>
#include <QPainterPath>

namespace supernode {
namespace {

constexpr double edge = 0.8; // device pixels that smooth edges reach beyond the shape

RingPart grown(RingPart part, double by) {
    part.half += by;
    if (part.halfAngle > 0)
        part.halfAngle += by / part.radius;
    return part;
}

} // namespace

PartMap::PartMap(FabricPicturePtr picture, const RingPlacement& place, const QImage& like)
    : m_picture(std::move(picture)), m_place(place), m_size(like.size()), m_ratio(like.devicePixelRatio()) {
    QImage covered(m_size, QImage::Format_RGB32), owners(m_size, QImage::Format_RGB32);
    for (QImage* image : {&covered, &owners}) {
        image->fill(qRgb(0, 0, 0));
        image->setDevicePixelRatio(m_ratio);
    }
    QPainter smooth(&covered), hard(&owners);
    smooth.setRenderHint(QPainter::Antialiasing);
    smooth.setPen(Qt::NoPen);
    smooth.setBrush(Qt::white);
    hard.setPen(Qt::NoPen);
    const double reach = edge / m_ratio / place.scale;
    for (std::size_t i = 0; i < m_picture->parts.size(); ++i) {
        const RingPart& part = m_picture->parts[i];
        smooth.drawPath(shapeOf(part, place));
        hard.setBrush(QColor::fromRgb(qRgb(0, 0, 0) | static_cast<QRgb>(i + 1)));
        hard.drawPath(shapeOf(grown(part, reach), place));
    }
    for (int y = 0; y < m_size.height(); ++y) {
        const auto* shade = reinterpret_cast<const QRgb*>(covered.constScanLine(y));
        const auto* owner = reinterpret_cast<const QRgb*>(owners.constScanLine(y));
        for (int x = 0; x < m_size.width(); ++x)
            if (const std::uint32_t part = owner[x] & 0xffffffu, coverage = qRed(shade[x]);
                part > 0 && coverage > 0)
                m_pixels.push_back(
                    {static_cast<std::uint32_t>(y) * static_cast<std::uint32_t>(m_size.width()) +
                         static_cast<std::uint32_t>(x),
                     part - 1, coverage});
    }
}

bool PartMap::fits(const FabricPicturePtr& picture, const RingPlacement& place, const QImage& image) const {
    return picture == m_picture && place == m_place && image.size() == m_size &&
           image.devicePixelRatio() == m_ratio;
}

void PartMap::fill(QImage& image, std::span<const QRgb> colours) const {
    auto* pixels = reinterpret_cast<QRgb*>(image.bits()); // rows of 32 bits follow each other without gaps
    const auto mixed = [](int from, int to, int share) { return from + (to - from) * share / 255; };
    for (const Pixel& pixel : m_pixels) {
        const QRgb colour = colours[pixel.part];
        if (qAlpha(colour) == 0)
            continue;
        QRgb& shown = pixels[pixel.at];
        const auto share = static_cast<int>(pixel.coverage);
        shown = share == 255 ? colour
                             : qRgb(mixed(qRed(shown), qRed(colour), share),
                                    mixed(qGreen(shown), qGreen(colour), share),
                                    mixed(qBlue(shown), qBlue(colour), share));
    }
}

} // namespace supernode
