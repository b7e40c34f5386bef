// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/scene_state.h"

namespace supernode {
namespace {

float at(std::span<const float> perChannel, ChannelId channel) {
    return channel.value < perChannel.size() ? perChannel[channel.value] : 0.0f;
}

CurveState curveState(const SceneInstances& scene, const CurveInstance& curve, const FabricState& fabric,
                      std::span<const float> utilization, std::span<const float> payload) {
    CurveState state;
    float alive = 0, failed = 0;
    for (const LinkId link : scene.linksOf(curve)) {
        if (!fabric.alive(scene.fabric->elementOf(link))) {
            ++failed;
            continue;
        }
        ++alive;
        const ChannelId up = channelOf(link, Direction::Up), down = channelOf(link, Direction::Down);
        state.up += at(utilization, up);
        state.down += at(utilization, down);
        state.payloadUp += static_cast<double>(at(payload, up));
        state.payloadDown += static_cast<double>(at(payload, down));
    }
    if (alive > 0) {
        state.up /= alive;
        state.down /= alive;
    }
    if (curve.linkCount > 0)
        state.failed = failed / static_cast<float>(curve.linkCount);
    return state;
}

// The busier direction in the mean over the links that were alive.
float useBefore(std::span<const LinkId> links, std::span<const float> before) {
    float up = 0, down = 0, alive = 0;
    for (const LinkId link : links) {
        const float one = at(before, channelOf(link, Direction::Up));
        if (before.empty() || one < 0)
            continue;
        ++alive;
        up += one;
        down += at(before, channelOf(link, Direction::Down));
    }
    return alive > 0 ? std::max(up, down) / alive : -1.0f;
}

// Of the busiest channel at each chip; `least` where there is none.
std::vector<float> busiest(const Fabric& fabric, std::span<const float> utilization, float least) {
    std::vector<float> most(fabric.elementCount() - fabric.linkCount(), least);
    for (std::uint32_t i = 0; i < fabric.linkCount() && !utilization.empty(); ++i) {
        const Link& link = fabric.link(LinkId(i));
        const float use = std::max(at(utilization, channelOf(LinkId(i), Direction::Up)),
                                   at(utilization, channelOf(LinkId(i), Direction::Down)));
        for (const ElementId end : {link.lower, link.upper})
            most[end.value] = std::max(most[end.value], use);
    }
    return most;
}

} // namespace

StatePtr stateOf(const SceneInstances& scene, const FabricState& fabric, std::span<const float> utilization,
                 std::span<const float> payload, std::span<const float> before) {
    auto state = std::make_shared<SceneState>();
    const std::vector<float> most = busiest(*scene.fabric, utilization, 0),
                             mostBefore = busiest(*scene.fabric, before, -1);
    state->bodies.reserve(scene.bodies.size());
    for (const BodyInstance& body : scene.bodies)
        state->bodies.push_back({most[body.element.value], fabric.alive(body.element) ? 0.0f : 1.0f,
                                 mostBefore[body.element.value]});
    state->curves.reserve(scene.curves.size());
    for (const CurveInstance& curve : scene.curves) {
        state->curves.push_back(curveState(scene, curve, fabric, utilization, payload));
        state->curves.back().before = useBefore(scene.linksOf(curve), before);
    }
    return state;
}

} // namespace supernode
