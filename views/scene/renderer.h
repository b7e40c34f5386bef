// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a frame of the hall with OpenGL 3.3 into any framebuffer; knows no window, no clock and no host.
//
// What stands is drawn once into a layer of its own, with four samples a pixel while all rests and with one
// while the camera moves; each frame copies that layer and adds dots and outlines, which read the layer's
// depth. Where the processor draws, colours that change have one sample, too, until they rest. Thread: the
// one with the context, also for create and the destructor. Leaves no OpenGL state to rely on. Errors:
// shaders that do not build. Limit: the framebuffer has one sample and eight bits of colour. Promise: the
// same frame gives the same pixels. [Renderer.TheSameFrameGivesTheSamePixels] Promise: what is drawn in a
// hurry stands at the same places, and is made good. [Renderer.BothKindsOfPicturesAgreeOnWhatStandsWhere]
// [Renderer.AHurriedPictureIsMadeGoodOnceAllRests] Promise: dots move with model time only.
// [Renderer.DotsMoveWithModelTimeAndStandWhenItStands]
#pragma once

#include "model/base/result.h"
#include "views/scene/scene_frame.h"

#include <memory>

namespace supernode {

// UpsideDown: the first row of the framebuffer is the top of the picture, as images keep it.
enum class Flip : std::uint8_t { None, UpsideDown };

class HallRenderer {
public:
    static Result<std::unique_ptr<HallRenderer>> create();
    ~HallRenderer();

    void render(const SceneFrame& frame, int width, int height, unsigned framebuffer, Flip flip);

private:
    class Passes;
    explicit HallRenderer(std::unique_ptr<Passes> passes);

    std::unique_ptr<Passes> m_passes;
};

} // namespace supernode
