// SPDX-License-Identifier: GPL-3.0-or-later
// Names over the picture: racks from afar, nodes from near, and always what is selected or under the cursor.
//
// A name is left out when it would cover another one or when its place is hidden behind a rack. Units:
// logical pixels. Thread: GUI, or any with a painter of its own; one painter at a time. Promise: no name
// covers another. [HallLabels.NoNameCoversAnother]
#pragma once

#include "views/scene/scene_frame.h"

#include <QFont>
#include <QRectF>
#include <QStaticText>

#include <map>

class QPainter;

namespace supernode {

struct HallLabel {
    enum class Style : std::uint8_t { Plain, Hover, Selected };

    ElementId element;
    QRectF place;
    Style style = Style::Plain;
};

class HallLabels {
public:
    // Labels of a frame that fills `size`, most important first.
    // Valid until the next call; a frame like the one before allocates nothing.
    // Promise: drawing a hall at rest allocates nothing. [FrameAllocations.AHallAtRestAllocatesNothing]
    const std::vector<HallLabel>& place(const SceneFrame& frame, QSizeF size);
    void paint(QPainter& painter, const SceneFrame& frame, QSizeF size);

private:
    struct Text {
        QStaticText text;
        QSizeF size;
    };
    const Text& textOf(const Fabric& fabric, ElementId element, HallLabel::Style style);
    void forgetIfOther(const SceneFrame& frame);
    void add(const SceneFrame& frame, Viewport view, ElementId element, Vec3 anchor, HallLabel::Style style);

    FabricPtr m_fabric; // whose names are kept
    QFont m_font;
    std::vector<HallLabel> m_placed;
    std::map<std::pair<ElementId, bool>, Text> m_texts; // second: in full
};

} // namespace supernode
