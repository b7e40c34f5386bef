// SPDX-License-Identifier: GPL-3.0-or-later
// A picture that can be drawn into: colour and, for a single sample, a depth texture that shaders can read.
//
// Thread: the one with the context, also for the destructor.
#pragma once

namespace supernode {

class GlLayer {
public:
    GlLayer(int width, int height, int samples = 0);
    ~GlLayer();
    GlLayer(const GlLayer&) = delete;
    GlLayer& operator=(const GlLayer&) = delete;

    bool fits(int width, int height) const { return m_width == width && m_height == height; }
    unsigned framebuffer() const { return m_framebuffer; }
    unsigned depthTexture() const { return m_depth; } // single sample only
    // Colour and depth of several samples into a layer with one.
    void resolveInto(const GlLayer& single) const;
    void copyColourTo(unsigned framebuffer) const;

private:
    void attachTextures();
    void attachSamples(int samples);

    int m_width, m_height;
    bool m_multisampled;
    unsigned m_framebuffer = 0, m_colour = 0, m_depth = 0;
};

} // namespace supernode
