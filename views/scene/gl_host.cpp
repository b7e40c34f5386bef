// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/gl_host.h"

#include "views/scene/gl_context.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QPainter>
#include <QSurfaceFormat>

namespace supernode {
namespace {

QSurfaceFormat wanted() {
    QSurfaceFormat format;
    format.setVersion(3, 3);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setDepthBufferSize(24);
    format.setStencilBufferSize(8);
    return format;
}

} // namespace

bool windowsDrawOpenGl() {
    const QString platform = QGuiApplication::platformName();
    return platform == QLatin1String("xcb") || platform.startsWith(QLatin1String("wayland"));
}

bool graphicsCard() {
    if (!windowsDrawOpenGl())
        return false;
    QOffscreenSurface surface;
    surface.setFormat(wanted());
    surface.create();
    QOpenGLContext context;
    context.setFormat(wanted());
    if (!surface.isValid() || !context.create() || !context.makeCurrent(&surface))
        return false;
    const GlDriver driver = currentDriver();
    context.doneCurrent();
    return driver.enough() && !driver.software();
}

GlHost::GlHost(QWidget* parent) : QOpenGLWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFormat(wanted());
}

GlHost::~GlHost() {
    makeCurrent();
    m_renderer.reset();
    doneCurrent();
}

void GlHost::show(SceneFrame frame) {
    m_frame = std::move(frame);
    m_frame.pixelRatio = static_cast<float>(devicePixelRatioF());
    update();
}

void GlHost::initializeGL() {
    m_renderer.reset();
    const GlDriver driver = currentDriver();
    if (!driver.enough()) {
        setTrouble({{"OpenGL", "found " + driver.version, "the hall needs a driver with OpenGL 3.3"}});
        return;
    }
    Result<std::unique_ptr<HallRenderer>> made = HallRenderer::create();
    if (made)
        m_renderer = std::move(made).value();
    else
        setTrouble(made.issues());
}

void GlHost::paintGL() {
    if (m_renderer) {
        QElapsedTimer clock;
        clock.start();
        const QSize pixels = size() * devicePixelRatioF();
        m_renderer->render(m_frame, pixels.width(), pixels.height(), defaultFramebufferObject(), Flip::None);
        m_times.add(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    QPainter painter(this);
    if (m_renderer)
        m_labels.paint(painter, m_frame, size());
    else
        paintTrouble(painter, size(), m_frame.colours, trouble());
}

} // namespace supernode
