// SPDX-License-Identifier: GPL-3.0-or-later
// Which part of the rings covers which pixel, and how much of it: other colours cost one pass over the pixels
// instead of a path for each part.
//
// Made by painting all parts once at one placement. Units: device pixels. Thread: a value; any thread. Limit:
// a pixel that two parts share belongs to one of them. Promise: filled parts are those that are painted.
// [PartMap.FilledPartsAreThosePainted]
#pragma once

#include "views/fabric/fabric_painter.h"

#include <QImage>

#include <span>
#include <vector>

namespace supernode {

class PartMap {
public:
    PartMap() = default; // of nothing
    // `like`: an image of the size and the pixel ratio that will be filled.
    PartMap(FabricPicturePtr picture, const RingPlacement& place, const QImage& like);

    bool fits(const FabricPicturePtr& picture, const RingPlacement& place, const QImage& image) const;
    // `colours`: one for each part; of those that are transparent nothing is drawn. `image`: one that fits,
    // of the format RGB32.
    void fill(QImage& image, std::span<const QRgb> colours) const;

private:
    struct Pixel {
        std::uint32_t at = 0;        // from the first of the image
        std::uint32_t part : 24 = 0; // in FabricPicture::parts
        std::uint32_t coverage : 8 = 0;
    };

    FabricPicturePtr m_picture;
    RingPlacement m_place;
    QSize m_size;
    double m_ratio = 0;
    std::vector<Pixel> m_pixels;
};

} // namespace supernode
