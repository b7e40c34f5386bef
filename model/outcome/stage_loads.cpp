// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/stage_loads.h"

namespace supernode {
namespace {

using Sending = std::pair<ExchangeLoadsPtr, double>; // and so often a second

std::vector<float> narrowed(const std::vector<double>& values) { return {values.begin(), values.end()}; }

LoadsPtr togetherOf(std::vector<Sending> parts, std::size_t channels) {
    PerLinkKind wire{};
    double delivered = 0;
    for (const auto& [exchange, times] : parts) {
        delivered += exchange->delivered() * times;
        for (std::size_t k = 0; k < linkKinds; ++k)
            wire[k] += exchange->wire()[k] * times;
    }
    return std::make_shared<const ChannelLoads>(wire, delivered, [parts = std::move(parts), channels] {
        std::vector<double> load(channels), payload(channels);
        for (const auto& [exchange, times] : parts)
            exchange->addTo(load, payload, times);
        return ChannelLoads::Numbers{narrowed(load), narrowed(payload)};
    });
}

} // namespace

StageLoads::StageLoads(std::vector<ExchangeLoadsPtr> exchanges, std::size_t channels)
    : m_exchanges(std::move(exchanges)), m_channels(channels), m_idle(togetherOf({}, channels)) {}

LoadsPtr StageLoads::of(const std::vector<const Span*>& together) {
    PerSecond perSecond;
    for (const Span* span : together) {
        if (span->traffic != Span::none)
            perSecond[span->traffic] += span->times / span->length.base();
        for (const Carried& more : span->also)
            perSecond[more.traffic] += more.times / span->length.base();
    }
    if (perSecond.empty())
        return m_idle;
    std::vector<std::pair<std::uint32_t, float>> key;
    for (const auto& [exchange, times] : perSecond)
        key.emplace_back(exchange, static_cast<float>(times));
    LoadsPtr& loads = m_moments[std::move(key)];
    if (!loads) {
        std::vector<Sending> parts;
        for (const auto& [exchange, times] : perSecond)
            parts.emplace_back(m_exchanges[exchange], times);
        loads = togetherOf(std::move(parts), m_channels);
    }
    return loads;
}

} // namespace supernode
