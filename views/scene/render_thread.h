// SPDX-License-Identifier: GPL-3.0-or-later
// Draws frames on a thread of its own; the newest question wins, and nobody waits for it.
//
// Where the processor draws, a moving camera sees larger pixels: coarse, not slow.
// Promise: once it rests every pixel is drawn. [RenderThread.OnlyAMovingCameraSeesLargerPixels]
// Thread: submit anywhere; the receivers are called on the drawing thread. Ownership: the destructor finishes
// the picture in work and joins. Errors: told once through `failed`; frames are then dropped. Promise: a
// frame that was overtaken is never drawn. [RenderThread.TheNewestFrameWins]
#pragma once

#include "views/scene/offscreen_hall.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace supernode {

struct Picture {
    QImage image; // null when drawing is impossible; its pixel ratio tells how large it is meant
    SceneFrame frame;
    double milliseconds = 0; // that drawing took
};

// Pixels that are drawn for one that is shown, along an edge.
double shareOfPixels(Hands hands, const GlDriver& driver);

class RenderThread {
public:
    using Deliver = std::function<void(Picture)>;
    using Fail = std::function<void(std::vector<Issue>)>;

    RenderThread(Deliver deliver, Fail fail);
    ~RenderThread();
    RenderThread(const RenderThread&) = delete;
    RenderThread& operator=(const RenderThread&) = delete;

    void submit(SceneFrame frame, QSize pixels);
    // Gives back the context and all that was drawn into; the next frame makes them anew.
    void rest();

private:
    struct Job {
        SceneFrame frame;
        QSize pixels;
    };
    void run();
    std::optional<Job> next(); // waits; nothing at the end

    Deliver m_deliver;
    Fail m_fail;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::optional<Job> m_newest;
    bool m_end = false;
    std::thread m_thread; // last: everything else exists when it starts
};

} // namespace supernode
