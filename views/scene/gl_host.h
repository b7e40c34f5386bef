// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the hall with a graphics card: draws straight into the window.
//
// Thread: GUI. Not to be made without a windowing system with OpenGL: ask windowsDrawOpenGl() first.
#pragma once

#include "views/scene/hall_host.h"
#include "views/scene/hall_labels.h"
#include "views/scene/renderer.h"

#include <QOpenGLWidget>

namespace supernode {

// The window system can show OpenGL at all; drawing into windows of others crashes inside Qt.
bool windowsDrawOpenGl();
// The window system offers OpenGL 3.3 that is not drawn by the processor.
bool graphicsCard();

class GlHost : public QOpenGLWidget, public HallHost {
    Q_OBJECT

public:
    explicit GlHost(QWidget* parent);
    ~GlHost() override;

    QWidget* widget() override { return this; }
    void show(SceneFrame frame) override;

protected:
    void initializeGL() override; // again after the window was changed
    void paintGL() override;

private:
    HallLabels m_labels;
    SceneFrame m_frame;
    std::unique_ptr<HallRenderer> m_renderer;
};

} // namespace supernode
