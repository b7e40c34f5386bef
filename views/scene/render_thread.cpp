// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/render_thread.h"

#include <chrono>

namespace supernode {

double shareOfPixels(Hands hands, const GlDriver& driver) {
    constexpr double coarse = 0.6;
    return hands == Hands::Moving && driver.software() ? coarse : 1;
}

RenderThread::RenderThread(Deliver deliver, Fail fail)
    : m_deliver(std::move(deliver)), m_fail(std::move(fail)), m_thread([this] { run(); }) {}

RenderThread::~RenderThread() {
    {
        const std::lock_guard lock(m_mutex);
        m_end = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void RenderThread::submit(SceneFrame frame, QSize pixels) {
    {
        const std::lock_guard lock(m_mutex);
        m_newest = Job{std::move(frame), pixels};
    }
    m_wake.notify_one();
}

void RenderThread::rest() { submit({}, {}); }

std::optional<RenderThread::Job> RenderThread::next() {
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_end || m_newest; });
    if (m_end)
        return std::nullopt;
    return std::exchange(m_newest, std::nullopt);
}

void RenderThread::run() {
    std::unique_ptr<OffscreenHall> hall;
    while (std::optional<Job> job = next()) {
        if (job->pixels.isEmpty()) {
            hall.reset();
            continue;
        }
        if (!hall) {
            Result<std::unique_ptr<OffscreenHall>> made = OffscreenHall::make();
            if (!made) {
                m_fail(made.issues());
                return;
            }
            hall = std::move(made).value();
        }
        const auto start = std::chrono::steady_clock::now();
        const double share = shareOfPixels(job->frame.hands, hall->driver());
        SceneFrame drawn = job->frame;
        drawn.pixelRatio *= static_cast<float>(share);
        QImage image = hall->render(drawn, job->pixels * share);
        image.setDevicePixelRatio(static_cast<double>(drawn.pixelRatio));
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
        m_deliver({std::move(image), std::move(job->frame), took.count()});
    }
}

} // namespace supernode
