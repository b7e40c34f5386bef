// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/class_traffic.h"

#include "model/traffic/adaptive.h"

#include <algorithm>
#include <map>
#include <utility>

namespace supernode {
namespace {

using Tier = NetworkShape::Tier;

// Ends of one colour that a rule tells apart get different ones.
std::vector<std::uint32_t> toldApart(const NetworkShape& shape, const std::vector<std::uint32_t>& colours,
                                     Routing rule) {
    if (rule != Routing::Hashed && rule != Routing::PlanePerDestination)
        return colours;
    const std::uint32_t parts = rule == Routing::Hashed ? shape.ends() : shape.planes();
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> known;
    std::vector<std::uint32_t> apart(colours.size(), EndClasses::idle);
    for (std::uint32_t e = 0; e < colours.size(); ++e)
        if (colours[e] != EndClasses::idle)
            apart[e] = known.try_emplace({colours[e], e % parts}, static_cast<std::uint32_t>(known.size()))
                           .first->second;
    return apart;
}

void joinEqual(std::vector<Use>& uses) {
    std::sort(uses.begin(), uses.end(), [](const Use& a, const Use& b) { return a.resource < b.resource; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < uses.size(); ++i)
        if (kept > 0 && uses[kept - 1].resource == uses[i].resource)
            uses[kept - 1].load += uses[i].load;
        else
            uses[kept++] = uses[i];
    uses.resize(kept);
}

} // namespace

ClassTraffic::ClassTraffic(const Fabric& fabric, const FabricState& state, RouteBy by, Overhead overhead,
                           const std::vector<std::uint32_t>& colours, const std::vector<DamagedLink>& damage,
                           std::stop_token stop)
    : m_shape(fabric, by.network), m_state(state), m_by(by), m_overhead(overhead),
      m_symmetry(m_shape, state, damage, alikeFor(by.rule)),
      m_classes(m_shape, m_symmetry, toldApart(m_shape, colours, by.rule), state),
      m_router(m_shape, state, m_symmetry, by), m_stop(std::move(stop)),
      m_fullParts(by.rule == Routing::Spread || by.rule == Routing::Hashed ? m_shape.planes() : 1),
      m_spineClasses(m_symmetry.mostSpineClasses()), m_coreClasses(m_symmetry.mostCoreClasses()) {
    const std::size_t planes = m_symmetry.planes().size();
    m_numbers[0].assign(m_classes.ends.size() * planes * 2, Traffic::unused);
    m_numbers[1].assign(m_classes.groups.size() * planes * m_spineClasses * 2, Traffic::unused);
    if (m_shape.cores() > 0)
        m_numbers[2].assign(m_shape.groups() / m_shape.groupsPerPod() * planes * m_spineClasses *
                                m_coreClasses * 2,
                            Traffic::unused);
    for (std::uint32_t c = 0; c < m_classes.ends.size(); ++c) {
        const std::uint32_t colour = colours[m_classes.ends[c].members.front()];
        if (colour >= m_ofColour.size())
            m_ofColour.resize(colour + 1);
        m_ofColour[colour].push_back(c);
    }
}

void ClassTraffic::addAll(std::uint32_t fromColour, std::uint32_t toColour, Parcel parcel) {
    if (std::max(fromColour, toColour) >= m_ofColour.size() || parcel.bytes <= 0)
        return;
    for (const std::uint32_t a : m_ofColour[fromColour])
        for (const std::uint32_t b : m_ofColour[toColour])
            for (const ClassPair& pair : pairsOf(m_classes, a, b))
                if (!full())
                    add(pair, parcel);
}

void ClassTraffic::reserve(std::size_t pairs) {
    const std::size_t flows = m_by.rule == Routing::Adaptive ? pairs : pairs * m_symmetry.planes().size();
    const std::size_t usesEach = m_shape.spines() > 0 ? 4 : 2;
    if (flows * usesEach > mostUses)
        return;
    m_traffic.flows.reserve(flows);
    m_traffic.sharing.firstUse.reserve(flows + 1);
    m_traffic.sharing.resource.reserve(flows * usesEach);
    m_ones.reserve(pairs);
}

void ClassTraffic::addOne(std::uint32_t from, std::uint32_t to, Parcel parcel) {
    if (full() || parcel.bytes <= 0)
        return;
    const std::uint32_t a = m_classes.classOf[from], b = m_classes.classOf[to];
    const std::uint32_t ga = m_shape.groupOf(from), gb = m_shape.groupOf(to);
    const bool endpoints = std::max(from, to) < m_shape.endpoints();
    const Distance distance = endpoints && m_classes.ends[a].package != EndClasses::noPackage &&
                                      m_shape.packageOf(from) == m_shape.packageOf(to)
                                  ? Distance::SamePackage
                              : ga == gb                                     ? Distance::SameGroup
                              : m_shape.podOf(ga) == m_shape.podOf(gb)       ? Distance::SamePod
                              : m_shape.domainOf(ga) == m_shape.domainOf(gb) ? Distance::SameDomain
                                                                             : Distance::Apart;
    add({a, b, distance, 1, 1, 1, from, to}, parcel);
}

void ClassTraffic::add(const ClassPair& pair, const Parcel& parcel) {
    if (m_asked++ % 256 == 0 && m_stop.stop_requested())
        m_stopped = true;
    if (pair.distance == Distance::SamePackage)
        if (const LinkId link = m_shape.fabric().dieLink(pair.a, pair.b); m_state.carries(link))
            return addInPackage(pair, parcel, link);
    m_router.find(pair.a, pair.b, m_ways);
    if (m_ways.legs.empty())
        return refuse(pair);
    m_traffic.joined += pair.pairs;
    remember(pair, parcel.bytes);
    if (m_by.rule == Routing::Adaptive) {
        m_pending.push_back({pair, parcel, m_ways});
        return;
    }
    for (const Leg& leg : m_ways.legs)
        addFlow(pair, parcel, m_ways, leg);
    ++m_traffic.pairs;
}

void ClassTraffic::addInPackage(const ClassPair& pair, const Parcel& parcel, LinkId link) {
    PackageResource& resource = m_packages[{pair.from, pair.to}];
    if (resource.number == Traffic::unused) {
        const ChannelId channel = channelOf(link, pair.a < pair.b ? Direction::Up : Direction::Down);
        resource = {m_traffic.addResource(channel, m_state.capacity[channel.value]), pair.from, pair.to};
        m_resources.push_back({});
    }
    m_traffic.joined += pair.pairs;
    remember(pair, parcel.bytes);
    const Use use{resource.number, m_overhead.near};
    m_traffic.addFlow({pair.pairs, parcel.bytes, m_overhead.near, 0, m_traffic.pairs,
                       m_shape.elementOf(pair.a), m_shape.elementOf(pair.b), 1, parcel.start},
                      {&use, 1}, parcel.weight * m_fullParts);
    ++m_traffic.pairs;
}

void ClassTraffic::addFlow(const ClassPair& pair, const Parcel& parcel, const Ways& ways, const Leg& leg) {
    m_uses.clear();
    useEnds(pair, leg, 1);
    for (std::uint32_t i = leg.firstSpine; i < leg.endSpine; ++i)
        useSpine(pair, ways, leg, ways.spines[i], 1);
    const bool byBytes = parcel.weighing == Weighing::ByBytes || m_by.rule == Routing::Hashed;
    m_traffic.addFlow({pair.pairs * leg.count, parcel.bytes / ways.planes, overheadOf(pair),
                       m_symmetry.planes().first(leg.planes), m_traffic.pairs, m_shape.elementOf(pair.a),
                       m_shape.elementOf(pair.b), leg.count, parcel.start},
                      m_uses, byBytes ? parcel.weight * m_fullParts / ways.planes : parcel.weight);
}

void ClassTraffic::useEnds(const ClassPair& pair, const Leg& leg, double share) {
    if (!m_shape.hasAttach())
        return;
    share *= overheadOf(pair);
    use({Tier::Attach, Direction::Up, pair.from, leg.planes, 0, 0}, pair.out * share);
    use({Tier::Attach, Direction::Down, pair.to, leg.planes, 0, 0}, pair.in * share);
}

void ClassTraffic::useSpine(const ClassPair& pair, const Ways& ways, const Leg& leg, const SpinePart& part,
                            double share) {
    share *= overheadOf(pair);
    const EndClass &a = m_classes.ends[pair.from], &b = m_classes.ends[pair.to];
    // A single pair of ends loads its groups alone, whatever else stands in its classes.
    const double fromGroup = pair.out * a.perGroup, toGroup = pair.in * b.perGroup;
    use({Tier::Uplink, Direction::Up, a.group, leg.planes, part.spines, 0}, fromGroup * share * part.share);
    use({Tier::Uplink, Direction::Down, b.group, leg.planes, part.spines, 0}, toGroup * share * part.share);
    for (std::uint32_t j = part.firstCore; j < part.endCore; ++j) {
        const CorePart& core = ways.cores[j];
        const double fromPod = pair.out * static_cast<double>(a.members.size()),
                     toPod = pair.in * static_cast<double>(b.members.size());
        use({Tier::Core, Direction::Up, m_classes.groups[a.group].pod, leg.planes, part.spines, core.cores},
            fromPod * share * core.share);
        use({Tier::Core, Direction::Down, m_classes.groups[b.group].pod, leg.planes, part.spines, core.cores},
            toPod * share * core.share);
    }
}

LinkId ClassTraffic::exampleOf(const Resource& r) const {
    const std::uint32_t plane = m_symmetry.planes().first(r.planes);
    if (r.tier == Tier::Attach)
        return m_shape.attach(m_classes.ends[r.at].members.front(), plane);
    const std::uint32_t spine = m_symmetry.spines(r.planes).first(r.spines);
    if (r.tier == Tier::Uplink)
        return m_shape.uplink(m_classes.groups[r.at].members.front(), plane, spine);
    return m_shape.coreLink(r.at, plane, spine, m_symmetry.cores(r.planes, r.spines).first(r.cores));
}

void ClassTraffic::use(const Resource& r, double load) {
    std::size_t place = r.at * m_symmetry.planes().size() + r.planes;
    if (r.tier != Tier::Attach)
        place = place * m_spineClasses + r.spines;
    if (r.tier == Tier::Core)
        place = place * m_coreClasses + r.cores;
    std::uint32_t& number =
        m_numbers[static_cast<std::size_t>(r.tier)][place * 2 + (r.direction == Direction::Down ? 1 : 0)];
    if (number == Traffic::unused) {
        const ChannelId channel = channelOf(exampleOf(r), r.direction);
        number = m_traffic.addResource(channel, m_state.capacity[channel.value]);
        m_resources.push_back(r);
    }
    m_uses.push_back({number, load});
}

void ClassTraffic::remember(const ClassPair& pair, double bytes) {
    if (pair.pairs == 1)
        m_ones.push_back({pair.a, pair.b, bytes});
    else
        m_alike.push_back({pair.from, pair.to, static_cast<std::uint32_t>(pair.distance), bytes});
}

PairBytesPtr ClassTraffic::whoSends() {
    PairClasses classes;
    for (std::uint32_t end = 0; end < m_shape.ends(); ++end) {
        const std::uint32_t group = m_shape.groupOf(end);
        const std::uint32_t type = m_classes.classOf[end];
        const bool packed = type != EndClasses::idle && m_classes.ends[type].package != EndClasses::noPackage;
        classes.places.push_back({type, packed ? m_shape.packageOf(end) : PairClasses::alone, group,
                                  m_shape.podOf(group), m_shape.domainOf(group)});
    }
    classes.alike = std::move(m_alike);
    auto who = std::make_shared<PairBytes>();
    who->add(std::move(classes));
    who->add(std::move(m_ones));
    return who;
}

void ClassTraffic::refuse(const ClassPair& pair) {
    Undelivered& cut = m_traffic.undelivered;
    cut.pairs += static_cast<std::size_t>(pair.pairs);
    if (cut.examples.size() >= Undelivered::mostExamples)
        return;
    const Fabric& f = m_shape.fabric();
    const ElementId a = m_shape.elementOf(pair.a), b = m_shape.elementOf(pair.b);
    cut.examples.push_back(f.name(a) + " to " + f.name(b) + ": " + whyCut(f, m_state, a, b, m_by.network));
}

// Each class of planes, spines and cores of a leg by itself, as ways of their own.
std::vector<Ways> ClassTraffic::optionsOf(const Ways& ways, const Leg& leg) const {
    std::vector<Ways> options;
    const Partition& spines = m_symmetry.spines(leg.planes);
    if (leg.firstSpine == leg.endSpine)
        options.emplace_back();
    for (std::uint32_t i = leg.firstSpine; i < leg.endSpine; ++i) {
        const SpinePart& part = ways.spines[i];
        const double share = 1 / spines.count(part.spines);
        if (part.firstCore == part.endCore)
            options.push_back({{}, {{part.spines, share, 0, 0}}, {}, 0});
        for (std::uint32_t j = part.firstCore; j < part.endCore; ++j) {
            const std::uint32_t cores = ways.cores[j].cores;
            const double ofCore = share / m_symmetry.cores(leg.planes, part.spines).count(cores);
            options.push_back({{}, {{part.spines, share, 0, 1}}, {{cores, ofCore}}, 0});
        }
    }
    return options;
}

void ClassTraffic::addAdaptive() {
    SplitProblem problem;
    for (const Pending& p : m_pending) {
        for (const Leg& leg : p.ways.legs)
            for (const Ways& option : optionsOf(p.ways, leg)) {
                m_uses.clear();
                useEnds(p.pair, leg, 1 / leg.count);
                for (const SpinePart& part : option.spines)
                    useSpine(p.pair, option, leg, part, 1 / leg.count);
                for (const Use& use : m_uses)
                    problem.uses.push_back({use.resource, use.load * p.parcel.bytes});
                problem.firstUse.push_back(static_cast<std::uint32_t>(problem.uses.size()));
            }
        problem.firstOption.push_back(static_cast<std::uint32_t>(problem.firstUse.size() - 1));
    }
    problem.capacity = m_traffic.sharing.capacity;
    const std::vector<double> share = leastLargestLoad(problem, m_stop).share;
    for (std::size_t i = 0; i < m_pending.size(); ++i) {
        const Pending& p = m_pending[i];
        m_uses.clear();
        for (std::uint32_t o = problem.firstOption[i]; o < problem.firstOption[i + 1]; ++o)
            for (std::uint32_t u = problem.firstUse[o]; u < problem.firstUse[o + 1] && share[o] > 0; ++u)
                m_uses.push_back(
                    {problem.uses[u].resource, problem.uses[u].load / p.parcel.bytes * share[o]});
        joinEqual(m_uses);
        m_traffic.addFlow({p.pair.pairs, p.parcel.bytes, overheadOf(p.pair),
                           m_symmetry.planes().first(p.ways.legs.front().planes), m_traffic.pairs,
                           m_shape.elementOf(p.pair.a), m_shape.elementOf(p.pair.b), 1, p.parcel.start},
                          m_uses, p.parcel.weight);
        ++m_traffic.pairs;
    }
}

void ClassTraffic::mapChannels() {
    m_traffic.resourceOf.assign(m_shape.fabric().channelCount(), Traffic::unused);
    mapPackages();
    std::vector<std::uint8_t> inPackage(m_resources.size());
    for (const auto& [classes, resource] : m_packages)
        inPackage[resource.number] = 1;
    for (std::uint32_t i = 0; i < m_resources.size(); ++i) {
        const Resource& r = m_resources[i];
        if (inPackage[i])
            continue;
        const std::vector<std::uint32_t>& planes = m_symmetry.planes().members[r.planes];
        if (r.tier == Tier::Attach)
            for (const std::uint32_t e : m_classes.ends[r.at].members) {
                const std::uint32_t first = m_shape.attach(e, 0).value;
                for (const std::uint32_t p : planes)
                    m_traffic.resourceOf[channelOf(LinkId(first + p), r.direction).value] = i;
            }
        else
            for (const std::uint32_t p : planes)
                mapAbove(i, p);
    }
}

void ClassTraffic::mapPackages() {
    const auto each = static_cast<std::uint32_t>(m_shape.fabric().system().endpointsPerChip());
    for (const auto& [classes, resource] : m_packages)
        for (const std::uint32_t a : m_classes.ends[resource.from].members)
            for (std::uint32_t b = a / each * each; b < (a / each + 1) * each; ++b)
                if (a != b && m_classes.classOf[b] == resource.to)
                    m_traffic.resourceOf[channelOf(m_shape.fabric().dieLink(a, b),
                                                   a < b ? Direction::Up : Direction::Down)
                                             .value] = resource.number;
}

// Links to spines or cores in one plane.
void ClassTraffic::mapAbove(std::uint32_t resource, std::uint32_t plane) {
    const Resource& r = m_resources[resource];
    const auto set = [&](std::uint32_t first, const std::vector<std::uint32_t>& members) {
        for (const std::uint32_t i : members)
            m_traffic.resourceOf[channelOf(LinkId(first + i), r.direction).value] = resource;
    };
    const std::vector<std::uint32_t>& spines = m_symmetry.spines(r.planes).members[r.spines];
    if (r.tier == Tier::Uplink)
        for (const std::uint32_t g : m_classes.groups[r.at].members)
            set(m_shape.uplink(g, plane, 0).value, spines);
    else
        for (const std::uint32_t k : spines)
            set(m_shape.coreLink(r.at, plane, k, 0).value,
                m_symmetry.cores(r.planes, r.spines).members[r.cores]);
}

Result<Traffic> ClassTraffic::take(const std::string& what, Channels channels) {
    if (!full() && !m_pending.empty())
        addAdaptive();
    if (m_stop.stop_requested())
        return Result<Traffic>::refused(takenBack());
    if (full())
        return Result<Traffic>::refused(
            Issue{"", what + " load links more than " + std::to_string(mostUses) + " times",
                  "this is more than the model can hold: ask for fewer different changes, another routing "
                  "or a smaller machine"});
    if (channels == Channels::Mapped) {
        mapChannels();
        m_traffic.who = whoSends();
    }
    return std::move(m_traffic);
}

} // namespace supernode
