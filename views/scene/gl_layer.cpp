// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/gl_layer.h"

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>

namespace supernode {

GlLayer::GlLayer(int width, int height, int samples)
    : m_width(width), m_height(height), m_multisampled(samples > 0) {
    glGenFramebuffers(1, &m_framebuffer);
    glBindFramebuffer(GL_FRAMEBUFFER, m_framebuffer);
    if (m_multisampled)
        attachSamples(samples);
    else
        attachTextures();
}

GlLayer::~GlLayer() {
    glDeleteFramebuffers(1, &m_framebuffer);
    if (m_multisampled) {
        glDeleteRenderbuffers(1, &m_colour);
        glDeleteRenderbuffers(1, &m_depth);
    } else {
        glDeleteTextures(1, &m_colour);
        glDeleteTextures(1, &m_depth);
    }
}

void GlLayer::attachTextures() {
    const auto make = [this](unsigned& texture, GLint inner, GLenum format, GLenum type, GLenum place) {
        glGenTextures(1, &texture);
        glBindTexture(GL_TEXTURE_2D, texture);
        glTexImage2D(GL_TEXTURE_2D, 0, inner, m_width, m_height, 0, format, type, nullptr);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
        glFramebufferTexture2D(GL_FRAMEBUFFER, place, GL_TEXTURE_2D, texture, 0);
    };
    make(m_colour, GL_RGBA8, GL_BGRA, GL_UNSIGNED_BYTE, GL_COLOR_ATTACHMENT0);
    make(m_depth, GL_DEPTH24_STENCIL8, GL_DEPTH_STENCIL, GL_UNSIGNED_INT_24_8, GL_DEPTH_STENCIL_ATTACHMENT);
    glBindTexture(GL_TEXTURE_2D, 0);
}

void GlLayer::attachSamples(int samples) {
    const auto make = [&](unsigned& buffer, GLenum format, GLenum place) {
        glGenRenderbuffers(1, &buffer);
        glBindRenderbuffer(GL_RENDERBUFFER, buffer);
        glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, format, m_width, m_height);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, place, GL_RENDERBUFFER, buffer);
    };
    make(m_colour, GL_RGBA8, GL_COLOR_ATTACHMENT0);
    make(m_depth, GL_DEPTH24_STENCIL8, GL_DEPTH_STENCIL_ATTACHMENT);
    glBindRenderbuffer(GL_RENDERBUFFER, 0);
}

void GlLayer::resolveInto(const GlLayer& single) const {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, m_framebuffer);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, single.m_framebuffer);
    glBlitFramebuffer(0, 0, m_width, m_height, 0, 0, m_width, m_height,
                      GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT, GL_NEAREST);
}

void GlLayer::copyColourTo(unsigned framebuffer) const {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, m_framebuffer);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffer);
    glBlitFramebuffer(0, 0, m_width, m_height, 0, 0, m_width, m_height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

} // namespace supernode
