// SPDX-License-Identifier: GPL-3.0-or-later
// Where frames of the hall become visible: one widget, one way to draw.
//
// Thread: GUI. Ownership: the widget belongs to its parent; it tells the view through the callbacks.
#pragma once

#include "views/frame_times.h"
#include "views/scene/scene_frame.h"

#include <QString>

#include <functional>

class QPainter;
class QWidget;

namespace supernode {

class HallHost {
public:
    virtual ~HallHost() = default;
    virtual QWidget* widget() = 0;
    virtual void show(SceneFrame frame) = 0;

    const FrameTimes& times() const { return m_times; }
    // Why there is no picture, "" while there is one.
    const QString& trouble() const { return m_trouble; }
    std::function<void()> onTrouble;

protected:
    void setTrouble(const std::vector<Issue>& issues);

    FrameTimes m_times;

private:
    QString m_trouble;
};

// The message instead of the picture.
void paintTrouble(QPainter& painter, QSizeF size, const SceneColours& colours, const QString& trouble);

} // namespace supernode
