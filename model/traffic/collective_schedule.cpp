// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/collective_schedule.h"

#include "model/traffic/collective_parts.h"

#include <algorithm>
#include <numeric>

namespace supernode {
namespace {

Team everybody(std::uint32_t ranks) {
    Team team;
    team.members.resize(ranks);
    std::iota(team.members.begin(), team.members.end(), 0u);
    return team;
}

Schedule flat(Collective collective, Algorithm algorithm, const GroupShape& shape) {
    Schedule s;
    s.algorithm = algorithm;
    s.ranks = shape.ranks;
    s.root = shape.root;
    const std::uint32_t n = shape.ranks;
    const Part part{{everybody(n)}, n, 1, shape.root, ""};
    switch (algorithm) {
    case Algorithm::Ring:
        s.pieces = collective == Collective::Broadcast ? 1 : n;
        s.steps = ringSteps(collective, part);
        break;
    case Algorithm::HalvingDoubling:
        s.pieces = halvingPieces(collective, n);
        s.steps = halvingSteps(collective, part);
        break;
    case Algorithm::InSwitch:
        s.pieces = collective == Collective::Broadcast ? 1 : n;
        s.steps = inSwitchSteps(collective, part);
        break;
    default:
        s.pieces = collective == Collective::Broadcast ? 1 : n;
        s.steps = directSteps(collective, part);
    }
    s.own.resize(n);
    std::iota(s.own.begin(), s.own.end(), 0u);
    if (algorithm == Algorithm::HalvingDoubling)
        s.own = halvingOwn(n);
    return s;
}

void append(std::vector<ScheduleStep>& steps, std::vector<ScheduleStep> more) {
    for (ScheduleStep& step : more)
        steps.push_back(std::move(step));
}

// Nodes of g positions each: teams of a node, and of the ranks of equal position of all nodes.
struct Levels {
    std::uint32_t perNode = 1, nodes = 1;

    std::vector<Team> inNodes() const {
        std::vector<Team> teams(nodes);
        for (std::uint32_t m = 0; m < nodes; ++m)
            for (std::uint32_t p = 0; p < perNode; ++p)
                teams[m].members.push_back(m * perNode + p);
        return teams;
    }
    std::vector<Team> across(std::uint32_t piecesEach) const {
        std::vector<Team> teams(perNode);
        for (std::uint32_t p = 0; p < perNode; ++p) {
            teams[p].firstPiece = p * piecesEach;
            for (std::uint32_t m = 0; m < nodes; ++m)
                teams[p].members.push_back(m * perNode + p);
        }
        return teams;
    }
};

enum class Among : std::uint8_t { HalvingDoubling, Ring };

std::vector<ScheduleStep> acrossSteps(Collective c, Among among, const Part& part) {
    if (part.ranks < 2)
        return {};
    return among == Among::Ring ? ringSteps(c, part) : halvingSteps(c, part);
}

// Pieces: position p of a node works on the run of pieces p; inside it, node m owns one of them.
Schedule hierarchical(Collective c, Among among, const GroupShape& shape) {
    const Levels levels{shape.perNode.front(), static_cast<std::uint32_t>(shape.perNode.size())};
    const std::uint32_t g = levels.perNode, m = levels.nodes;
    Schedule s;
    s.algorithm = Algorithm::Hierarchical;
    s.ranks = shape.ranks;
    s.root = shape.root;
    const bool tree = c == Collective::Broadcast;
    const std::uint32_t each = tree ? 1 : among == Among::Ring ? m : halvingPieces(c, m);
    s.pieces = g * each;
    const std::vector<std::uint32_t> own =
        among == Among::Ring || tree ? std::vector<std::uint32_t>{} : halvingOwn(m);
    for (std::uint32_t r = 0; r < shape.ranks; ++r)
        s.own.push_back(r % g * each + (own.empty() ? r / g : own[r / g]));
    const Part inside{levels.inNodes(), g, each, shape.root % g, "in the "};
    const Part across{levels.across(each), m, 1, shape.root / g, "among the "};
    const bool scatters = c == Collective::AllReduce || c == Collective::ReduceScatter;
    if (g > 1 && scatters)
        append(s.steps, directSteps(Collective::ReduceScatter, inside));
    if (g > 1 && tree) {
        Part rootNode = inside;
        rootNode.teams = {inside.teams[shape.root / g]};
        append(s.steps, {scatterFromRoot(rootNode)});
    }
    append(s.steps, acrossSteps(c, among, across));
    if (g > 1 && c != Collective::ReduceScatter)
        append(s.steps, directSteps(Collective::AllGather, inside));
    return s;
}

Result<Schedule> refused(std::string reason, std::string remedy) {
    return Result<Schedule>::refused(Issue{"workload.algorithm", std::move(reason), std::move(remedy)});
}

Result<Schedule> hierarchicalOf(Collective c, Among among, const GroupShape& shape) {
    if (std::adjacent_find(shape.perNode.begin(), shape.perNode.end(), std::not_equal_to<>()) !=
        shape.perNode.end())
        return refused("the ranks do not fill their nodes equally, as a hierarchical collective needs",
                       "give a number of ranks that fills whole nodes, or another algorithm");
    return hierarchical(c, among, shape);
}

} // namespace

Result<Schedule> scheduleOf(Collective collective, Algorithm algorithm, const GroupShape& shape) {
    if (shape.ranks < 2)
        return Result<Schedule>::refused(
            Issue{"workload.ranks", "one rank has nobody to talk to", "give at least 2 ranks"});
    if (algorithm == Algorithm::Auto)
        return refused("auto is a choice among algorithms, not one of them", "name an algorithm");
    if (algorithm == Algorithm::Hierarchical)
        return hierarchicalOf(collective, Among::HalvingDoubling, shape);
    return flat(collective, algorithm, shape);
}

Result<Schedule> hierarchicalByRing(Collective collective, const GroupShape& shape) {
    return hierarchicalOf(collective, Among::Ring, shape);
}

} // namespace supernode
