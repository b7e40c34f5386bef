// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/baseline_use.h"

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

bool wiredAlike(const Fabric& a, const Fabric& b) {
    if (a.linkCount() != b.linkCount() || a.elementCount() != b.elementCount())
        return false;
    for (std::uint32_t i = 0; i < a.linkCount(); ++i)
        if (a.link(LinkId(i)).lower != b.link(LinkId(i)).lower ||
            a.link(LinkId(i)).upper != b.link(LinkId(i)).upper)
            return false;
    return true;
}

// Of `there` by link of `here`; invalid where there is none of that name.
std::vector<LinkId> linksByName(const Fabric& here, const Fabric& there) {
    std::vector<LinkId> links(here.linkCount());
    for (std::uint32_t i = 0; i < here.linkCount(); ++i)
        if (const Result<ElementId> found = there.find(here.name(here.elementOf(LinkId(i)))))
            links[i] = there.linkOf(*found);
    return links;
}

// The phase of that name and team which comes as late among its likes; null: there is none.
const Phase* phaseLike(const Outcome& here, std::size_t phase, const Outcome& there) {
    const auto alike = [&](const Phase& other) {
        return other.name == here.phases[phase].name && other.team == here.phases[phase].team;
    };
    const auto from = here.phases.begin();
    auto before = std::count_if(from, from + static_cast<std::ptrdiff_t>(phase), alike);
    for (const Phase& other : there.phases)
        if (alike(other) && before-- == 0)
            return &other;
    return nullptr;
}

// When `phase` has come as far as `like` has at `time`.
Duration asFar(const Phase& like, Duration time, const Phase& phase) {
    constexpr double almost = 1 - 1e-9; // still in it
    const double passed = (time - like.start).base(), period = like.period.base();
    const double turn = period > 0 ? std::clamp(std::floor(passed / period), 0.0, like.repeats - 1) : 0;
    const double length = like.duration.base();
    const double share = length > 0 ? std::clamp((passed - turn * period) / length, 0.0, almost) : 0;
    return phase.start + phase.period * std::min(turn, phase.repeats - 1) + phase.duration * share;
}

} // namespace

BaselineUse::BaselineUse(OutcomePtr baseline, OutcomePtr shown) {
    if (!baseline || !shown)
        return;
    m_baseline = std::move(baseline);
    m_shown = std::move(shown);
    if (m_baseline->fabric != m_shown->fabric && !wiredAlike(*m_shown->fabric, *m_baseline->fabric))
        m_links = linksByName(*m_shown->fabric, *m_baseline->fabric);
}

const Interval* BaselineUse::at(Duration time) const {
    if (!m_baseline || m_shown->intervals.empty() || m_shown->phases.empty())
        return nullptr;
    const std::size_t phase = m_shown->at(time).phase;
    const Phase* like = phaseLike(*m_shown, phase, *m_baseline);
    return like ? &m_baseline->at(asFar(m_shown->phases[phase], time, *like)) : nullptr;
}

std::vector<float> BaselineUse::utilization(Duration time) const {
    const Interval* moment = at(time);
    if (!moment)
        return {};
    const std::vector<float> there = channelUtilization(*m_baseline, *moment);
    std::vector<float> here(m_shown->fabric->channelCount(), -1.0f);
    for (std::uint32_t i = 0; i < m_shown->fabric->linkCount(); ++i) {
        const LinkId link = m_links.empty() ? LinkId(i) : m_links[i];
        if (!link.valid() || !m_baseline->state.alive(m_baseline->fabric->elementOf(link)))
            continue;
        for (const Direction direction : {Direction::Up, Direction::Down})
            here[channelOf(LinkId(i), direction).value] = there[channelOf(link, direction).value];
    }
    return here;
}

} // namespace supernode
