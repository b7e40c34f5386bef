// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/particle_plan.h"

namespace supernode {
namespace {

// As shares of the hall's extent.
constexpr double paceShare = 0.10;
constexpr double closestShare = 0.03;

double rateOf(const SceneState& state, std::size_t lane) {
    const CurveState& curve = state.curves[lane / 2];
    return lane % 2 ? curve.payloadDown : curve.payloadUp;
}

// The curves that carry dots: what is not in the backdrop, or all when that is down and the rest goes on.
std::vector<std::uint8_t> shownCurves(const SceneInstances& scene, const SceneState& state) {
    std::vector<std::uint8_t> shown(scene.curves.size(), 0);
    bool moves = false;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        shown[i] = scene.curves[i].emphasis != Emphasis::Backdrop;
        moves = moves || (shown[i] && state.curves[i].payloadUp + state.curves[i].payloadDown > 0);
    }
    if (!moves)
        std::fill(shown.begin(), shown.end(), std::uint8_t{1});
    return shown;
}

double bytesPerDot(const SceneInstances& scene, const SceneState& state,
                   const std::vector<std::uint8_t>& shown, double timeScale, double pace, std::size_t most) {
    double byCount = 0, byDensity = 0;
    for (std::size_t lane = 0; lane < scene.curves.size() * 2; ++lane) {
        const CurveInstance& curve = scene.curves[lane / 2];
        if (!shown[lane / 2])
            continue;
        const double passing = rateOf(state, lane) * timeScale / pace; // bytes per metre of the lane
        byCount += passing * static_cast<double>(curve.curve.length) / static_cast<double>(most);
        byDensity = std::max(byDensity, passing * closestShare * static_cast<double>(scene.extent));
    }
    return roundUp125(std::max(byCount, byDensity));
}

} // namespace

double roundUp125(double value) {
    if (!(value > 0) || !std::isfinite(value))
        return 0;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double digit : {1.0, 2.0, 5.0, 10.0})
        if (digit * power >= value * (1 - 1e-9))
            return digit * power;
    return 10 * power;
}

PlanPtr planParticles(const SceneInstances& scene, const SceneState& state, double timeScale,
                      std::size_t most) {
    auto plan = std::make_shared<ParticlePlan>();
    plan->lanes.resize(scene.curves.size() * 2);
    const double pace = paceShare * static_cast<double>(scene.extent);
    plan->pace = static_cast<float>(pace);
    const std::vector<std::uint8_t> shown = shownCurves(scene, state);
    plan->bytesPerDot = bytesPerDot(scene, state, shown, timeScale, pace, most);
    if (plan->bytesPerDot <= 0)
        return plan;
    for (std::uint32_t lane = 0; lane < plan->lanes.size(); ++lane) {
        const CurveInstance& curve = scene.curves[lane / 2];
        const double flux = rateOf(state, lane) * timeScale / plan->bytesPerDot;
        if (!shown[lane / 2] || flux <= 0)
            continue;
        const double spacing = pace / flux;
        plan->lanes[lane] = {static_cast<float>(spacing), static_cast<float>(flux)};
        const auto fitting = static_cast<std::uint32_t>(static_cast<double>(curve.curve.length) / spacing);
        for (std::uint32_t k = 0; k <= fitting; ++k)
            plan->dots.push_back({lane, k});
    }
    return plan;
}

} // namespace supernode
