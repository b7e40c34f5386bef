// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the hall without a graphics card: a thread draws, this widget paints the newest image and the names.
//
// Thread: GUI; it never waits for the drawing. Works on every platform, also without a display.
#pragma once

#include "views/scene/hall_host.h"
#include "views/scene/hall_labels.h"
#include "views/scene/render_thread.h"

#include <QWidget>

namespace supernode {

class RasterHost : public QWidget, public HallHost {
    Q_OBJECT

public:
    explicit RasterHost(QWidget* parent);

    QWidget* widget() override { return this; }
    void show(SceneFrame frame) override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    HallLabels m_labels;
    SceneFrame m_asked;
    Picture m_picture;
    std::unique_ptr<RenderThread> m_thread; // last: it is joined before anything it reports to is gone
};

} // namespace supernode
