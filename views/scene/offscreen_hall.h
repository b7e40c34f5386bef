// SPDX-License-Identifier: GPL-3.0-or-later
// A renderer with a context of its own that turns frames into images, without window or display.
//
// Thread: any, one at a time; the context is current only inside render. Errors: what GlContext and the
// shaders say.
#pragma once

#include "views/scene/gl_context.h"
#include "views/scene/gl_layer.h"
#include "views/scene/renderer.h"

#include <QImage>
#include <QSize>

namespace supernode {

class OffscreenHall {
public:
    static Result<std::unique_ptr<OffscreenHall>> make();
    ~OffscreenHall();

    // `pixels`: device pixels, at least 1 x 1. Format_RGB32.
    QImage render(const SceneFrame& frame, QSize pixels);
    const GlDriver& driver() const { return m_context->driver(); }

private:
    explicit OffscreenHall(std::unique_ptr<GlContext> context) : m_context(std::move(context)) {}

    std::unique_ptr<GlContext> m_context;
    std::unique_ptr<HallRenderer> m_renderer;
    std::unique_ptr<GlLayer> m_target;
};

} // namespace supernode
