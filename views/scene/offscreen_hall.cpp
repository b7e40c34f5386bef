// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/offscreen_hall.h"

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>

namespace supernode {

Result<std::unique_ptr<OffscreenHall>> OffscreenHall::make() {
    using Made = Result<std::unique_ptr<OffscreenHall>>;
    Result<std::unique_ptr<GlContext>> context = GlContext::make();
    if (!context)
        return Made::refused(context.issues());
    std::unique_ptr<OffscreenHall> hall(new OffscreenHall(std::move(context).value()));
    const GlCurrent current(*hall->m_context);
    Result<std::unique_ptr<HallRenderer>> renderer = HallRenderer::create();
    if (!renderer)
        return Made::refused(renderer.issues());
    hall->m_renderer = std::move(renderer).value();
    return hall;
}

OffscreenHall::~OffscreenHall() {
    const GlCurrent current(*m_context);
    m_target.reset();
    m_renderer.reset();
}

QImage OffscreenHall::render(const SceneFrame& frame, QSize pixels) {
    const int width = std::max(1, pixels.width()), height = std::max(1, pixels.height());
    const GlCurrent current(*m_context);
    if (!m_target || !m_target->fits(width, height))
        m_target = std::make_unique<GlLayer>(width, height);
    m_renderer->render(frame, width, height, m_target->framebuffer(), Flip::UpsideDown);
    QImage image(width, height, QImage::Format_RGB32);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, m_target->framebuffer());
    glReadPixels(0, 0, width, height, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV, image.bits());
    return image;
}

} // namespace supernode
