// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/stage_loads.h"

#include <algorithm>
#include <cstring>

namespace supernode {
namespace {

// A few channels without load between two with some are taken along: longer stretches add up faster.
constexpr std::uint32_t gap = 16;

template <class Stretch>
std::uint32_t endOf(const Stretch& stretch) {
    return stretch.first + stretch.count;
}

template <class Stretches>
std::size_t length(const Stretches& stretches) {
    std::size_t sum = 0;
    for (const auto& stretch : stretches)
        sum += stretch.count;
    return sum;
}

// Most exchanges touch few channels: whether none of a block is used is asked at once.
constexpr std::uint32_t block = 32;

bool unusedBlock(const std::vector<std::uint32_t>& resourceOf, std::uint32_t first) {
    static const std::vector<std::uint32_t> unused(block, Traffic::unused);
    return first + block <= resourceOf.size() &&
           std::memcmp(resourceOf.data() + first, unused.data(), block * sizeof unused.front()) == 0;
}

// Calls visit(number of the channel, place in the arrays) for all that are touched.
template <class Stretches, class Visit>
void visitTouched(const Stretches& stretches, Visit&& visit) {
    std::size_t place = 0;
    for (const auto& stretch : stretches)
        for (std::uint32_t c = stretch.first; c < stretch.first + stretch.count; ++c)
            visit(c, place++);
}

std::vector<float> timesEach(const std::vector<double>& values, double times) {
    std::vector<float> products(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        products[i] = static_cast<float>(values[i] * times);
    return products;
}

void add(float* sum, const float* more, std::uint32_t count) {
    for (std::uint32_t i = 0; i < count; ++i)
        sum[i] += more[i];
}

} // namespace

StageLoads::StageLoads(const std::vector<Traffic>& exchanges, std::size_t channels)
    : m_exchanges(exchanges), m_channels(channels),
      m_idle(std::make_shared<const ChannelLoads>(
          ChannelLoads{std::vector<float>(channels), std::vector<float>(channels), 0})),
      m_once(exchanges.size()) {}

const StageLoads::Touched<double>& StageLoads::once(std::uint32_t exchange) {
    Touched<double>& known = m_once[exchange];
    if (!known.stretches.empty())
        return known;
    known.delivered = 0;
    const Traffic& traffic = m_exchanges[exchange];
    std::vector<double> load(traffic.sharing.resources()), payload(load.size());
    for (std::size_t f = 0; f < traffic.flows.size(); ++f) {
        const Flow& flow = traffic.flows[f];
        known.delivered += flow.bytes * flow.members;
        for (const Use use : traffic.usesOf(f)) {
            load[use.resource] += use.load * flow.bytes;
            payload[use.resource] += use.load * flow.bytes / flow.overhead;
        }
    }
    const std::vector<std::uint32_t>& of = traffic.resourceOf;
    for (std::uint32_t c = 0; c < of.size(); ++c) {
        if (c % block == 0 && unusedBlock(of, c))
            c += block - 1;
        if (of[c] == Traffic::unused)
            continue;
        if (known.stretches.empty() || c > endOf(known.stretches.back()) + gap)
            known.stretches.push_back({c, 0});
        known.stretches.back().count = c + 1 - known.stretches.back().first;
    }
    known.load.resize(length(known.stretches));
    known.payload.resize(known.load.size());
    visitTouched(known.stretches, [&](std::uint32_t c, std::size_t place) {
        if (of[c] == Traffic::unused)
            return;
        known.load[place] = load[of[c]];
        known.payload[place] = payload[of[c]];
    });
    return known;
}

StageLoads::Touched<float> StageLoads::bundle(const std::vector<Carried>& perSecond) {
    Touched<float> sum;
    if (perSecond.size() == 1) {
        const auto [exchange, times] = perSecond.front();
        const Touched<double>& one = once(exchange);
        sum.stretches = one.stretches;
        sum.delivered = one.delivered * times;
        sum.load = timesEach(one.load, times);
        sum.payload = timesEach(one.payload, times);
        return sum;
    }
    m_load.resize(m_channels);
    m_payload.resize(m_channels);
    std::vector<Stretch> touched;
    for (const Carried& part : perSecond) {
        const Touched<double>& one = once(part.traffic);
        const double times = part.times;
        sum.delivered += one.delivered * times;
        visitTouched(one.stretches, [&](std::uint32_t c, std::size_t place) {
            m_load[c] += one.load[place] * times;
            m_payload[c] += one.payload[place] * times;
        });
        touched.insert(touched.end(), one.stretches.begin(), one.stretches.end());
    }
    std::sort(touched.begin(), touched.end(),
              [](const Stretch& a, const Stretch& b) { return a.first < b.first; });
    for (const Stretch& more : touched) {
        const std::uint32_t end =
            sum.stretches.empty() ? 0 : sum.stretches.back().first + sum.stretches.back().count;
        if (sum.stretches.empty() || more.first > end)
            sum.stretches.push_back(more);
        else if (more.first + more.count > end)
            sum.stretches.back().count += more.first + more.count - end;
    }
    visitTouched(sum.stretches, [&](std::uint32_t c, std::size_t) {
        sum.load.push_back(static_cast<float>(m_load[c]));
        sum.payload.push_back(static_cast<float>(m_payload[c]));
        m_load[c] = m_payload[c] = 0;
    });
    return sum;
}

std::uint32_t StageLoads::numberOf(const Span& span) {
    std::vector<Carried> perSecond = span.also;
    if (span.traffic != Span::none)
        perSecond.push_back({span.traffic, span.times});
    Key key;
    for (Carried& carried : perSecond) {
        carried.times /= span.length.base();
        key.emplace_back(carried.traffic, static_cast<float>(carried.times));
    }
    const auto [known, isNew] = m_numbers.try_emplace(key, static_cast<std::uint32_t>(m_bundles.size()));
    if (isNew)
        m_bundles.push_back(bundle(perSecond));
    return known->second;
}

LoadsPtr StageLoads::of(const std::vector<const Span*>& together) {
    std::vector<std::uint32_t> numbers;
    for (const Span* span : together)
        if (carries(*span))
            numbers.push_back(numberOf(*span));
    if (numbers.empty())
        return m_idle;
    std::sort(numbers.begin(), numbers.end());
    LoadsPtr& loads = m_moments[numbers];
    if (loads)
        return loads;
    ChannelLoads sum{std::vector<float>(m_channels), std::vector<float>(m_channels), 0};
    for (const std::uint32_t number : numbers) {
        const Touched<float>& bundle = m_bundles[number];
        sum.delivered += bundle.delivered;
        std::size_t place = 0;
        for (const Stretch& stretch : bundle.stretches) {
            add(sum.load.data() + stretch.first, bundle.load.data() + place, stretch.count);
            add(sum.payload.data() + stretch.first, bundle.payload.data() + place, stretch.count);
            place += stretch.count;
        }
    }
    return loads = std::make_shared<const ChannelLoads>(std::move(sum));
}

} // namespace supernode
