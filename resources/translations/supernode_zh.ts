<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CaseValue</name>
    <message>
        <source>%1 %2</source>
        <translation>%2 %1</translation>
    </message>
</context>
<context>
    <name>ExploreViews</name>
    <message>
        <source>Hall</source>
        <translation>机房</translation>
    </message>
    <message>
        <source>Fabric</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Traffic matrix</source>
        <translation>流量矩阵</translation>
    </message>
    <message>
        <source>Roofline</source>
        <translation>屋顶线</translation>
    </message>
</context>
<context>
    <name>HallHost</name>
    <message>
        <source>The 3D view is not available</source>
        <translation>无法使用三维视图</translation>
    </message>
</context>
<context>
    <name>Model</name>
    <message>
        <source>8-bit dense</source>
        <translation>8 位稠密算力</translation>
    </message>
    <message>
        <source>Algorithm bandwidth</source>
        <translation>算法带宽</translation>
    </message>
    <message>
        <source>all-gather</source>
        <translation>全收集</translation>
    </message>
    <message>
        <source>all-gather in the node</source>
        <translation>节点内全收集</translation>
    </message>
    <message>
        <source>all-to-all</source>
        <translation>全互换</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>attention A</source>
        <translation>注意力 A</translation>
    </message>
    <message>
        <source>attention B</source>
        <translation>注意力 B</translation>
    </message>
    <message>
        <source>attention on the matrix units</source>
        <translation>矩阵单元上的注意力</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>带宽</translation>
    </message>
    <message>
        <source>Bandwidth per rank</source>
        <translation>每 rank 带宽</translation>
    </message>
    <message>
        <source>BF16 dense</source>
        <translation>BF16 稠密算力</translation>
    </message>
    <message>
        <source>Bus bandwidth</source>
        <translation>总线带宽</translation>
    </message>
    <message>
        <source>Change by the cache</source>
        <translation>缓存带来的变化</translation>
    </message>
    <message>
        <source>combine</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>combine A</source>
        <translation>合并 A</translation>
    </message>
    <message>
        <source>combine A start-up</source>
        <translation>合并 A 启动</translation>
    </message>
    <message>
        <source>combine B</source>
        <translation>合并 B</translation>
    </message>
    <message>
        <source>combine B start-up</source>
        <translation>合并 B 启动</translation>
    </message>
    <message>
        <source>decode</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>decode instances</source>
        <translation>解码实例</translation>
    </message>
    <message>
        <source>die links</source>
        <translation>裸片链路</translation>
    </message>
    <message>
        <source>die links of the RDMA plane</source>
        <translation>RDMA 平面的裸片链路</translation>
    </message>
    <message>
        <source>dispatch</source>
        <translation>分发</translation>
    </message>
    <message>
        <source>dispatch A</source>
        <translation>分发 A</translation>
    </message>
    <message>
        <source>dispatch A start-up</source>
        <translation>分发 A 启动</translation>
    </message>
    <message>
        <source>dispatch B</source>
        <translation>分发 B</translation>
    </message>
    <message>
        <source>dispatch B start-up</source>
        <translation>分发 B 启动</translation>
    </message>
    <message>
        <source>element-wise work</source>
        <translation>逐元素计算</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>能耗</translation>
    </message>
    <message>
        <source>Energy per bit</source>
        <translation>每比特能耗</translation>
    </message>
    <message>
        <source>Energy per token</source>
        <translation>每 token 能耗</translation>
    </message>
    <message>
        <source>experts A</source>
        <translation>专家 A</translation>
    </message>
    <message>
        <source>experts B</source>
        <translation>专家 B</translation>
    </message>
    <message>
        <source>Fabric in use</source>
        <translation>网络占用</translation>
    </message>
    <message>
        <source>feed-forward</source>
        <translation>前馈</translation>
    </message>
    <message>
        <source>flows</source>
        <translation>数据流</translation>
    </message>
    <message>
        <source>Goodput</source>
        <translation>有效吞吐</translation>
    </message>
    <message>
        <source>HBM</source>
        <translation>HBM</translation>
    </message>
    <message>
        <source>HBM bandwidth</source>
        <translation>HBM 带宽</translation>
    </message>
    <message>
        <source>HBM capacity</source>
        <translation>HBM 容量</translation>
    </message>
    <message>
        <source>head</source>
        <translation>输出头</translation>
    </message>
    <message>
        <source>hotspot</source>
        <translation>热点</translation>
    </message>
    <message>
        <source>Hottest rank</source>
        <translation>最热 rank</translation>
    </message>
    <message>
        <source>incast</source>
        <translation>多对一</translation>
    </message>
    <message>
        <source>kv-transfer</source>
        <translation>KV 传输</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>时延</translation>
    </message>
    <message>
        <source>links</source>
        <translation>链路</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>内存占用</translation>
    </message>
    <message>
        <source>Most arrivals</source>
        <translation>最大到达率</translation>
    </message>
    <message>
        <source>one link of a rank</source>
        <translation>rank 的一条链路</translation>
    </message>
    <message>
        <source>Pairs cut off</source>
        <translation>断开的对</translation>
    </message>
    <message>
        <source>pass overhead</source>
        <translation>每趟开销</translation>
    </message>
    <message>
        <source>permutation</source>
        <translation>置换</translation>
    </message>
    <message>
        <source>point-to-point</source>
        <translation>点对点</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>功耗</translation>
    </message>
    <message>
        <source>Power, maximum</source>
        <translation>最大功耗</translation>
    </message>
    <message>
        <source>Power, typical</source>
        <translation>典型功耗</translation>
    </message>
    <message>
        <source>prefill</source>
        <translation>预填充</translation>
    </message>
    <message>
        <source>Prefill busy</source>
        <translation>预填充占用</translation>
    </message>
    <message>
        <source>prefill instances</source>
        <translation>预填充实例</translation>
    </message>
    <message>
        <source>prefill: element-wise work</source>
        <translation>预填充：逐元素计算</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>dense products on the matrix units</source>
        <translation>矩阵单元上的稠密乘积</translation>
    </message>
    <message>
        <source>products of the experts on the matrix units</source>
        <translation>矩阵单元上的专家乘积</translation>
    </message>
    <message>
        <source>quantise, count the tokens of each expert, tell the others</source>
        <translation>量化、统计各专家的 token、通知其他 rank</translation>
    </message>
    <message>
        <source>reduce-scatter</source>
        <translation>归约散射</translation>
    </message>
    <message>
        <source>requests before it</source>
        <translation>排在前面的请求</translation>
    </message>
    <message>
        <source>Requests in decode</source>
        <translation>解码中的请求</translation>
    </message>
    <message>
        <source>Requests per chip</source>
        <translation>每芯片请求数</translation>
    </message>
    <message>
        <source>rounds of messages until all are ready</source>
        <translation>直到全部就绪的消息轮次</translation>
    </message>
    <message>
        <source>router A</source>
        <translation>路由 A</translation>
    </message>
    <message>
        <source>router B</source>
        <translation>路由 B</translation>
    </message>
    <message>
        <source>Scale-out injection</source>
        <translation>横向扩展注入带宽</translation>
    </message>
    <message>
        <source>Scale-out optical modules</source>
        <translation>横向扩展光模块</translation>
    </message>
    <message>
        <source>Scale-up injection</source>
        <translation>纵向扩展注入带宽</translation>
    </message>
    <message>
        <source>Scale-up links</source>
        <translation>纵向扩展链路</translation>
    </message>
    <message>
        <source>Scale-up optical modules</source>
        <translation>纵向扩展光模块</translation>
    </message>
    <message>
        <source>scatter in the node</source>
        <translation>节点内散射</translation>
    </message>
    <message>
        <source>Sent per die</source>
        <translation>每裸片发送</translation>
    </message>
    <message>
        <source>Sent per rank</source>
        <translation>每 rank 发送</translation>
    </message>
    <message>
        <source>Share of the memory</source>
        <translation>内存占比</translation>
    </message>
    <message>
        <source>Slowest pair</source>
        <translation>最慢的一对</translation>
    </message>
    <message>
        <source>software</source>
        <translation>软件</translation>
    </message>
    <message>
        <source>software and switch hops</source>
        <translation>软件与交换跳数</translation>
    </message>
    <message>
        <source>start of the kernel</source>
        <translation>内核启动</translation>
    </message>
    <message>
        <source>start-up</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>step latency</source>
        <translation>步时延</translation>
    </message>
    <message>
        <source>step overhead</source>
        <translation>步开销</translation>
    </message>
    <message>
        <source>synchronise</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐</translation>
    </message>
    <message>
        <source>Throughput per kW</source>
        <translation>每千瓦吞吐</translation>
    </message>
    <message>
        <source>Throughput per million dollars</source>
        <translation>每百万美元吞吐</translation>
    </message>
    <message>
        <source>Throughput per rack</source>
        <translation>每机柜吞吐</translation>
    </message>
    <message>
        <source>Time of a layer</source>
        <translation>每层用时</translation>
    </message>
    <message>
        <source>Time of a step</source>
        <translation>每步用时</translation>
    </message>
    <message>
        <source>Time per output token</source>
        <translation>每输出 token 用时</translation>
    </message>
    <message>
        <source>Time per output token, 90 %</source>
        <translation>每输出 token 用时，90 %</translation>
    </message>
    <message>
        <source>Time per output token, 99 %</source>
        <translation>每输出 token 用时，99 %</translation>
    </message>
    <message>
        <source>Time per output token, half</source>
        <translation>每输出 token 用时，中位</translation>
    </message>
    <message>
        <source>Time to finish</source>
        <translation>完成用时</translation>
    </message>
    <message>
        <source>Time to first token</source>
        <translation>首 token 用时</translation>
    </message>
    <message>
        <source>Time to first token, 90 %</source>
        <translation>首 token 用时，90 %</translation>
    </message>
    <message>
        <source>Time to first token, 99 %</source>
        <translation>首 token 用时，99 %</translation>
    </message>
    <message>
        <source>Time to first token, half</source>
        <translation>首 token 用时，中位</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>token 数</translation>
    </message>
    <message>
        <source>Tokens per joule</source>
        <translation>每焦耳 token</translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation>每秒 token</translation>
    </message>
    <message>
        <source>Tokens per step and request</source>
        <translation>每步每请求 token</translation>
    </message>
    <message>
        <source>Transfer of a cache</source>
        <translation>一次缓存传输</translation>
    </message>
    <message>
        <source>transfer of the cache</source>
        <translation>缓存传输</translation>
    </message>
    <message>
        <source>tree among the nodes</source>
        <translation>节点间的树</translation>
    </message>
    <message>
        <source>waiting for prefill</source>
        <translation>等待预填充</translation>
    </message>
    <message>
        <source>system</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>supernode</source>
        <translation>超节点</translation>
    </message>
    <message>
        <source>rack</source>
        <translation>机柜</translation>
    </message>
    <message>
        <source>node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>tray</source>
        <translation>托盘</translation>
    </message>
    <message>
        <source>npu</source>
        <translation>NPU</translation>
    </message>
    <message>
        <source>gpu</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>die</source>
        <translation>裸片</translation>
    </message>
    <message>
        <source>cpu</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>link</source>
        <translation>链路</translation>
    </message>
    <message>
        <source>module</source>
        <translation>光模块</translation>
    </message>
    <message>
        <source>box</source>
        <translation>交换箱</translation>
    </message>
    <message>
        <source>cable</source>
        <translation>线缆</translation>
    </message>
    <message>
        <source>l1</source>
        <translation>一级交换</translation>
    </message>
    <message>
        <source>l2</source>
        <translation>二级交换</translation>
    </message>
    <message>
        <source>core</source>
        <translation>核心交换</translation>
    </message>
    <message>
        <source>pod</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>交换机</translation>
    </message>
    <message>
        <source>chip</source>
        <translation>芯片</translation>
    </message>
    <message>
        <source>uplinks</source>
        <translation>上行链路</translation>
    </message>
    <message>
        <source>NVSwitch</source>
        <translation>NVSwitch</translation>
    </message>
    <message>
        <source>rdma</source>
        <translation>RDMA</translation>
    </message>
    <message>
        <source>vpc</source>
        <translation>VPC</translation>
    </message>
    <message>
        <source>bus rack</source>
        <translation>总线柜</translation>
    </message>
    <message>
        <source>switch box</source>
        <translation>交换箱</translation>
    </message>
    <message>
        <source>compute tray</source>
        <translation>计算托盘</translation>
    </message>
    <message>
        <source>switch tray</source>
        <translation>交换托盘</translation>
    </message>
    <message>
        <source>optical module</source>
        <translation>光模块</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Line: links at their full rate, an upper bound. Read and write: as measured.</source>
        <translation>线速：链路全速，为上限。读与写：按实测。</translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation>rank 数</translation>
    </message>
    <message>
        <source>How many endpoints take part; all others stay idle.</source>
        <translation>参与的端点数；其余闲置。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>放置</translation>
    </message>
    <message>
        <source>Packed: neighbours first. Scattered: one rank on each node in turn.</source>
        <translation>紧凑：先放相邻者。分散：依次每节点一个 rank。</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Whether memory of another chip or of a CPU is read or written.</source>
        <translation>读写另一芯片还是 CPU 的内存。</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Whether both ends are on one node or on two.</source>
        <translation>两端在同一节点还是两个节点。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>The endpoint that begins, by its name; empty picks the first that fits.</source>
        <translation>起始端点的名称；留空则取第一个合适者。</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>The endpoint at the other end, by its name; empty picks the first that fits.</source>
        <translation>另一端端点的名称；留空则取第一个合适者。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Which of the machine&apos;s networks carries the bytes.</source>
        <translation>由机器的哪个网络承载字节。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Bytes of each rank; for collectives the larger of the two buffers.</source>
        <translation>每个 rank 的字节数；集合通信取两个缓冲区中较大者。</translation>
    </message>
    <message>
        <source>Skew</source>
        <translation>偏斜</translation>
    </message>
    <message>
        <source>0: all receivers are equally popular; 1: the second gets half as much as the first.</source>
        <translation>0：所有接收者同样热门；1：第二名得到第一名的一半。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Another seed draws another permutation.</source>
        <translation>换一个种子得到另一个置换。</translation>
    </message>
    <message>
        <source>Hot share</source>
        <translation>热点占比</translation>
    </message>
    <message>
        <source>Part of its bytes that every rank sends to the one hot rank.</source>
        <translation>每个 rank 发往热点 rank 的字节比例。</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>算法</translation>
    </message>
    <message>
        <source>How the ranks take turns; auto times every algorithm and takes the fastest.</source>
        <translation>各 rank 如何轮流；auto 计时每种算法并取最快者。</translation>
    </message>
    <message>
        <source>Tokens per rank</source>
        <translation>每 rank token</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>Tokens whose vectors each rank sends to experts.</source>
        <translation>每个 rank 把向量发给专家的 token 数。</translation>
    </message>
    <message>
        <source>Experts per token</source>
        <translation>每 token 专家数</translation>
    </message>
    <message>
        <source>Each token goes to so many experts.</source>
        <translation>每个 token 送往这么多专家。</translation>
    </message>
    <message>
        <source>Hidden size</source>
        <translation>隐藏维度</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>个数</translation>
    </message>
    <message>
        <source>Length of the vector that stands for a token.</source>
        <translation>代表一个 token 的向量长度。</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>专家数</translation>
    </message>
    <message>
        <source>Experts of the layer, spread over the ranks in equal numbers.</source>
        <translation>该层的专家，平均分布在各 rank。</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>More copies of the most popular experts, one slot each.</source>
        <translation>最热门专家的更多副本，各占一个槽。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Number format</source>
        <translation>数值格式</translation>
    </message>
    <message>
        <source>Format of the numbers that are sent.</source>
        <translation>所发送数值的格式。</translation>
    </message>
    <message>
        <source>Senders</source>
        <translation>发送者</translation>
    </message>
    <message>
        <source>ranks</source>
        <translation>rank</translation>
    </message>
    <message>
        <source>Ranks that have filled caches.</source>
        <translation>已填好缓存的 rank。</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>接收者</translation>
    </message>
    <message>
        <source>Ranks that go on with them.</source>
        <translation>用它们继续的 rank。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The language model whose layers are computed.</source>
        <translation>计算其各层的语言模型。</translation>
    </message>
    <message>
        <source>Chips</source>
        <translation>芯片</translation>
    </message>
    <message>
        <source>How many chips share the model.</source>
        <translation>多少芯片分担模型。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Number format of the matrix products.</source>
        <translation>矩阵乘的数值格式。</translation>
    </message>
    <message>
        <source>Batch per chip</source>
        <translation>每芯片批量</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Requests that a chip serves at once; more of them give more tokens, each later.</source>
        <translation>一个芯片同时服务的请求；越多 token 越多，但每个越晚。</translation>
    </message>
    <message>
        <source>largest that fits</source>
        <translation>能放下的最大值</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Tokens that each request has behind it; their keys and values are read for every new one.</source>
        <translation>每个请求已有的 token；每个新 token 都要读它们的键和值。</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Tokens that each request gets.</source>
        <translation>每个请求得到的 token。</translation>
    </message>
    <message>
        <source>Guess accepted</source>
        <translation>猜测命中率</translation>
    </message>
    <message>
        <source>Chance that a token guessed ahead is right, so that a step gives it for free.</source>
        <translation>提前猜的 token 正确、因而免费得到的概率。</translation>
    </message>
    <message>
        <source>no guessing</source>
        <translation>不猜测</translation>
    </message>
    <message>
        <source>Microbatches</source>
        <translation>微批</translation>
    </message>
    <message>
        <source>Two halves of the batch hide each other&apos;s messages.</source>
        <translation>一批的两半互相掩盖对方的消息。</translation>
    </message>
    <message>
        <source>Expert balance</source>
        <translation>专家均衡</translation>
    </message>
    <message>
        <source>Default: as uneven as routers were seen to be. Perfect: all experts get the same.</source>
        <translation>默认：与观测到的路由一样不均。完美：所有专家相同。</translation>
    </message>
    <message>
        <source>Tensor ranks</source>
        <translation>张量 rank</translation>
    </message>
    <message>
        <source>Ranks that share each matrix and sum up after each layer.</source>
        <translation>分担每个矩阵并在每层后求和的 rank。</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>按惯例</translation>
    </message>
    <message>
        <source>Tokens per chip</source>
        <translation>每芯片 token</translation>
    </message>
    <message>
        <source>Tokens of prompts that a chip takes into one pass.</source>
        <translation>一个芯片一趟处理的提示 token。</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Tokens of each prompt.</source>
        <translation>每条提示的 token。</translation>
    </message>
    <message>
        <source>Found in cache</source>
        <translation>缓存命中</translation>
    </message>
    <message>
        <source>Part of each prompt whose keys and values are fetched instead of computed.</source>
        <translation>每条提示中键值取自缓存而非计算的部分。</translation>
    </message>
    <message>
        <source>Cache network</source>
        <translation>缓存网络</translation>
    </message>
    <message>
        <source>Over which network the cached part arrives.</source>
        <translation>缓存部分经哪个网络到达。</translation>
    </message>
    <message>
        <source>Prefill instances</source>
        <translation>预填充实例</translation>
    </message>
    <message>
        <source>Copies of the model that take in prompts.</source>
        <translation>接收提示的模型副本。</translation>
    </message>
    <message>
        <source>Chips of each (prefill)</source>
        <translation>每个的芯片（预填充）</translation>
    </message>
    <message>
        <source>chips</source>
        <translation>芯片</translation>
    </message>
    <message>
        <source>Chips of one instance of prefill.</source>
        <translation>一个预填充实例的芯片。</translation>
    </message>
    <message>
        <source>Decode instances</source>
        <translation>解码实例</translation>
    </message>
    <message>
        <source>Copies of the model that put out tokens.</source>
        <translation>输出 token 的模型副本。</translation>
    </message>
    <message>
        <source>Chips of each (decode)</source>
        <translation>每个的芯片（解码）</translation>
    </message>
    <message>
        <source>Chips of one instance of decode.</source>
        <translation>一个解码实例的芯片。</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>到达率</translation>
    </message>
    <message>
        <source>requests/s</source>
        <translation>请求/秒</translation>
    </message>
    <message>
        <source>Requests that come in a second, at random.</source>
        <translation>每秒随机到来的请求。</translation>
    </message>
    <message>
        <source>First token within</source>
        <translation>首 token 限</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>A request counts as good when its first token comes in time.</source>
        <translation>首 token 及时到来的请求才算有效。</translation>
    </message>
    <message>
        <source>Next tokens within</source>
        <translation>后续 token 限</translation>
    </message>
    <message>
        <source>A request counts as good when its further tokens come in time.</source>
        <translation>后续 token 及时到来的请求才算有效。</translation>
    </message>
    <message>
        <source>Transfer network</source>
        <translation>传输网络</translation>
    </message>
    <message>
        <source>Over which network caches go from prefill to decode.</source>
        <translation>缓存经哪个网络从预填充到解码。</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Tokens of each training sequence.</source>
        <translation>每条训练序列的 token。</translation>
    </message>
    <message>
        <source>Global batch</source>
        <translation>全局批</translation>
    </message>
    <message>
        <source>sequences</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Sequences of one step, over all chips.</source>
        <translation>所有芯片上一步的序列数。</translation>
    </message>
    <message>
        <source>Microbatch</source>
        <translation>微批大小</translation>
    </message>
    <message>
        <source>Sequences that a chip takes at once.</source>
        <translation>一个芯片一次处理的序列。</translation>
    </message>
    <message>
        <source>Pipeline stages</source>
        <translation>流水级</translation>
    </message>
    <message>
        <source>Groups of layers on different chips.</source>
        <translation>位于不同芯片上的层组。</translation>
    </message>
    <message>
        <source>Context ranks</source>
        <translation>上下文 rank</translation>
    </message>
    <message>
        <source>Ranks that share one long sequence.</source>
        <translation>分担一条长序列的 rank。</translation>
    </message>
    <message>
        <source>Expert ranks</source>
        <translation>专家 rank</translation>
    </message>
    <message>
        <source>Ranks over which the experts are spread.</source>
        <translation>专家分布其上的 rank。</translation>
    </message>
    <message>
        <source>Model FLOPs utilisation</source>
        <translation>模型算力利用率 MFU</translation>
    </message>
    <message>
        <source>Model FLOPs per chip</source>
        <translation>每芯片模型算力</translation>
    </message>
    <message>
        <source>Idle in the pipeline</source>
        <translation>流水线空闲</translation>
    </message>
    <message>
        <source>Data ranks</source>
        <translation>数据 rank</translation>
    </message>
    <message>
        <source>Messages in the way</source>
        <translation>未被掩盖的通信</translation>
    </message>
    <message>
        <source>Messages behind compute</source>
        <translation>被计算掩盖的通信</translation>
    </message>
    <message>
        <source>Chips at work</source>
        <translation>参与的芯片</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>update of the weights</source>
        <translation>权重更新</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>all messages</source>
        <translation>全部消息</translation>
    </message>
    <message>
        <source>keys and values among context ranks</source>
        <translation>上下文 rank 间的键和值</translation>
    </message>
    <message>
        <source>gradients among data ranks</source>
        <translation>数据 rank 间的梯度</translation>
    </message>
    <message>
        <source>idle places of the pipeline</source>
        <translation>流水线的空位</translation>
    </message>
    <message>
        <source>training-step</source>
        <translation>训练步</translation>
    </message>
    <message>
        <source>Parts of a stage</source>
        <translation>级内分段</translation>
    </message>
    <message>
        <source>Parts of each stage that take turns: more of them idle less and send more.</source>
        <translation>每级中轮流工作的分段：越多空闲越少，发送越多。</translation>
    </message>
    <message>
        <source>Optimizer state</source>
        <translation>优化器状态</translation>
    </message>
    <message>
        <source>Made again</source>
        <translation>重计算</translation>
    </message>
    <message>
        <source>What the backward pass makes again instead of keeping it: slower, and less memory.</source>
        <translation>反向时重新计算而不保留的内容：更慢，但更省内存。</translation>
    </message>
    <message>
        <source>racks</source>
        <translation>机柜</translation>
    </message>
    <message>
        <source>nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>trays</source>
        <translation>托盘</translation>
    </message>
    <message>
        <source>npus</source>
        <translation>NPU</translation>
    </message>
    <message>
        <source>gpus</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>NPU</source>
        <translation>NPU</translation>
    </message>
    <message>
        <source>NPUs</source>
        <translation>NPU</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>dies</source>
        <translation>裸片</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>planes</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>modules</source>
        <translation>光模块</translation>
    </message>
    <message>
        <source>boxes</source>
        <translation>交换箱</translation>
    </message>
    <message>
        <source>cables</source>
        <translation>线缆</translation>
    </message>
    <message>
        <source>pods</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>NVSwitch chip</source>
        <translation>NVSwitch 芯片</translation>
    </message>
    <message>
        <source>NVSwitch chips</source>
        <translation>NVSwitch 芯片</translation>
    </message>
    <message>
        <source>L1 chip</source>
        <translation>一级交换芯片</translation>
    </message>
    <message>
        <source>L1 chips</source>
        <translation>一级交换芯片</translation>
    </message>
    <message>
        <source>L2 chip</source>
        <translation>二级交换芯片</translation>
    </message>
    <message>
        <source>L2 chips</source>
        <translation>二级交换芯片</translation>
    </message>
    <message>
        <source>line</source>
        <translation>线速</translation>
    </message>
    <message>
        <source>read</source>
        <translation>读</translation>
    </message>
    <message>
        <source>write</source>
        <translation>写</translation>
    </message>
    <message>
        <source>compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>L3 chip</source>
        <translation>三级交换芯片</translation>
    </message>
    <message>
        <source>L3 chips</source>
        <translation>三级交换芯片</translation>
    </message>
    <message>
        <source>RDMA switch</source>
        <translation>RDMA 交换机</translation>
    </message>
    <message>
        <source>RDMA switches</source>
        <translation>RDMA 交换机</translation>
    </message>
    <message>
        <source>VPC switch</source>
        <translation>VPC 交换机</translation>
    </message>
    <message>
        <source>VPC switches</source>
        <translation>VPC 交换机</translation>
    </message>
    <message>
        <source>supernodes</source>
        <translation>超节点</translation>
    </message>
    <message>
        <source>Planes</source>
        <translation>平面数</translation>
    </message>
    <message>
        <source>Copies of the fabric; every die has a link into each.</source>
        <translation>网络的副本；每个裸片到每个平面都有一条链路。</translation>
    </message>
    <message>
        <source>Link rate</source>
        <translation>链路速率</translation>
    </message>
    <message>
        <source>Of one link, each direction.</source>
        <translation>单条链路，每个方向。</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点数</translation>
    </message>
    <message>
        <source>Of one supernode; the hall gets the racks that they need.</source>
        <translation>一个超节点内；机房随之增加所需机柜。</translation>
    </message>
    <message>
        <source>Arithmetic, BF16</source>
        <translation>算力（BF16）</translation>
    </message>
    <message>
        <source>Dense, of a chip; other formats scale with it.</source>
        <translation>单芯片稠密算力；其他格式按比例变化。</translation>
    </message>
    <message>
        <source>Memory of a chip</source>
        <translation>单芯片内存</translation>
    </message>
    <message>
        <source>HBM of a package.</source>
        <translation>一个封装的 HBM。</translation>
    </message>
    <message>
        <source>Published totals disagree; full load is the one that is chosen.</source>
        <translation>公布的总功耗不一致；满载时以所选为准。</translation>
    </message>
    <message>
        <source>Memory rate</source>
        <translation>内存带宽</translation>
    </message>
    <message>
        <source>Second-tier chips a plane</source>
        <translation>每平面二级芯片</translation>
    </message>
    <message>
        <source>Each first-tier chip has a link to every one of its plane.</source>
        <translation>每个一级芯片与本平面的每个二级芯片各有一条链路。</translation>
    </message>
    <message>
        <source>Chips a node</source>
        <translation>每节点芯片</translation>
    </message>
    <message>
        <source>Packages on one board.</source>
        <translation>一块板上的封装数。</translation>
    </message>
    <message>
        <source>RDMA rate</source>
        <translation>RDMA 速率</translation>
    </message>
    <message>
        <source>Of one endpoint, each direction.</source>
        <translation>单个端点，每个方向。</translation>
    </message>
    <message>
        <source>Dies a chip</source>
        <translation>每芯片裸片</translation>
    </message>
    <message>
        <source>Each is a rank of its own.</source>
        <translation>每个裸片都是独立的 rank。</translation>
    </message>
    <message>
        <source>CPUs a node</source>
        <translation>每节点 CPU</translation>
    </message>
    <message>
        <source>They hold memory that chips read.</source>
        <translation>其内存可被芯片读取。</translation>
    </message>
    <message>
        <source>Rate of a CPU</source>
        <translation>单 CPU 速率</translation>
    </message>
    <message>
        <source>Into all planes together, each direction.</source>
        <translation>到所有平面合计，每个方向。</translation>
    </message>
    <message>
        <source>Link between dies</source>
        <translation>裸片间链路</translation>
    </message>
    <message>
        <source>Between the two dies of a package, each direction.</source>
        <translation>同一封装两个裸片之间，每个方向。</translation>
    </message>
    <message>
        <source>Supernodes</source>
        <translation>超节点数</translation>
    </message>
    <message>
        <source>Copies of all this, joined by the RDMA network.</source>
        <translation>以上全部的副本，由 RDMA 网络相连。</translation>
    </message>
    <message>
        <source>RDMA oversubscription</source>
        <translation>RDMA 收敛比</translation>
    </message>
    <message>
        <source>What enters a leaf over what it can pass on.</source>
        <translation>进入叶交换机的带宽与其可转发带宽之比。</translation>
    </message>
    <message>
        <source>Switch latency</source>
        <translation>交换芯片时延</translation>
    </message>
    <message>
        <source>One way.</source>
        <translation>单程。</translation>
    </message>
    <message>
        <source>Access latency</source>
        <translation>访问时延</translation>
    </message>
    <message>
        <source>Software and memory of the far end.</source>
        <translation>软件与对端内存。</translation>
    </message>
    <message>
        <source>Read efficiency</source>
        <translation>读操作带宽占比</translation>
    </message>
    <message>
        <source>Of the line rate that reads reach.</source>
        <translation>读操作可达线速的比例。</translation>
    </message>
    <message>
        <source>Write efficiency</source>
        <translation>写操作带宽占比</translation>
    </message>
    <message>
        <source>Of the line rate that writes reach.</source>
        <translation>写操作可达线速的比例。</translation>
    </message>
    <message>
        <source>Memory efficiency</source>
        <translation>内存带宽占比</translation>
    </message>
    <message>
        <source>That kernels reach.</source>
        <translation>算子可达的比例。</translation>
    </message>
    <message>
        <source>Launch of a collective</source>
        <translation>集合通信启动</translation>
    </message>
    <message>
        <source>Once in each.</source>
        <translation>每次集合通信一次。</translation>
    </message>
    <message>
        <source>Step of a collective</source>
        <translation>集合通信单步</translation>
    </message>
    <message>
        <source>A neighbour is told and answers.</source>
        <translation>通知邻居并等待应答。</translation>
    </message>
    <message>
        <source>typical, all-in</source>
        <translation>典型值（全部计入）</translation>
    </message>
    <message>
        <source>maximum, nameplate</source>
        <translation>最大值（铭牌）</translation>
    </message>
    <message>
        <source>all-in, revised</source>
        <translation>全部计入（修订）</translation>
    </message>
    <message>
        <source>another estimate</source>
        <translation>另一估计</translation>
    </message>
    <message>
        <source>the rack alone</source>
        <translation>仅机柜</translation>
    </message>
    <message>
        <source>sum of the parts of the rack</source>
        <translation>机柜部件之和</translation>
    </message>
    <message>
        <source>two half racks</source>
        <translation>两个半柜</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>均匀分散</translation>
    </message>
    <message>
        <source>hashed</source>
        <translation>哈希</translation>
    </message>
    <message>
        <source>plane-per-destination</source>
        <translation>按接收端选平面</translation>
    </message>
    <message>
        <source>adaptive</source>
        <translation>自适应</translation>
    </message>
    <message>
        <source>packed</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>scattered</source>
        <translation>分散</translation>
    </message>
    <message>
        <source>products of attention on the matrix units</source>
        <translation>矩阵单元上的注意力乘积</translation>
    </message>
    <message>
        <source>launches of operators</source>
        <translation>算子启动</translation>
    </message>
    <message>
        <source>start-up of dispatch</source>
        <translation>分发启动</translation>
    </message>
    <message>
        <source>dispatch on the links</source>
        <translation>链路上的分发</translation>
    </message>
    <message>
        <source>start-up of combine</source>
        <translation>合并启动</translation>
    </message>
    <message>
        <source>combine on the links</source>
        <translation>链路上的合并</translation>
    </message>
    <message>
        <source>sums among tensor ranks</source>
        <translation>张量并行间求和</translation>
    </message>
    <message>
        <source>overhead of each pass</source>
        <translation>每轮开销</translation>
    </message>
    <message>
        <source>arrival of the cache</source>
        <translation>缓存到达</translation>
    </message>
    <message>
        <source>embedding</source>
        <translation>词嵌入</translation>
    </message>
    <message>
        <source>input norm</source>
        <translation>输入归一化</translation>
    </message>
    <message>
        <source>down projection</source>
        <translation>降维投影</translation>
    </message>
    <message>
        <source>latent norm</source>
        <translation>潜向量归一化</translation>
    </message>
    <message>
        <source>query projection</source>
        <translation>查询投影</translation>
    </message>
    <message>
        <source>key absorption</source>
        <translation>键吸收</translation>
    </message>
    <message>
        <source>key and value expansion</source>
        <translation>键值展开</translation>
    </message>
    <message>
        <source>query, key and value projection</source>
        <translation>查询、键与值投影</translation>
    </message>
    <message>
        <source>value absorption</source>
        <translation>值吸收</translation>
    </message>
    <message>
        <source>output projection</source>
        <translation>输出投影</translation>
    </message>
    <message>
        <source>sum of attention</source>
        <translation>注意力求和</translation>
    </message>
    <message>
        <source>feed-forward norm</source>
        <translation>前馈归一化</translation>
    </message>
    <message>
        <source>dense feed-forward</source>
        <translation>稠密前馈</translation>
    </message>
    <message>
        <source>sum of feed-forward</source>
        <translation>前馈求和</translation>
    </message>
    <message>
        <source>router</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>routed experts</source>
        <translation>路由专家</translation>
    </message>
    <message>
        <source>shared experts</source>
        <translation>共享专家</translation>
    </message>
    <message>
        <source>gather of tokens</source>
        <translation>收集 token</translation>
    </message>
    <message>
        <source>prediction joint</source>
        <translation>预测连接</translation>
    </message>
    <message>
        <source>final norm</source>
        <translation>末尾归一化</translation>
    </message>
    <message>
        <source>experts</source>
        <translation>专家</translation>
    </message>
    <message>
        <source>each stage takes in a slice before it passes it on</source>
        <translation>每一级先收一个分片再向下传递</translation>
    </message>
    <message>
        <source>the first slice passes all ranks</source>
        <translation>首个分片经过所有 rank</translation>
    </message>
    <message>
        <source>pipeline fill</source>
        <translation>流水线填充</translation>
    </message>
    <message>
        <source>chain fill</source>
        <translation>链填充</translation>
    </message>
    <message>
        <source>Sharded: each data rank keeps its part of the optimizer&apos;s numbers. Copied: each keeps all of them. Fully sharded: it keeps its part of weights and gradients, too, and gathers each layer&apos;s weights.</source>
        <translation>sharded：每个数据 rank 只存优化器数值的一部分；copied：每个都存全部；fully-sharded：权重和梯度也只存一部分，用到时收集每层的权重。</translation>
    </message>
    <message>
        <source>Prediction modules</source>
        <translation>预测模块</translation>
    </message>
    <message>
        <source>Modules behind the last layer that learn to guess further tokens: a layer and a head each.</source>
        <translation>最后一层之后学习预测更多 token 的模块：每个含一层和一个输出头。</translation>
    </message>
    <message>
        <source>Scale-up bisection</source>
        <translation>超节点内对分带宽</translation>
    </message>
    <message>
        <source>4-bit dense</source>
        <translation>4 位稠密算力</translation>
    </message>
    <message>
        <source>Racks</source>
        <translation>机柜数</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>占地</translation>
    </message>
    <message>
        <source>Above this rate a queue grows without end</source>
        <translation>超过这个速率，队列会无限增长</translation>
    </message>
    <message>
        <source>All layers, the head and the overhead of a step, added up by what it is spent on along the longest way</source>
        <translation>所有层、输出头与每步开销，沿最长路径按用途累加</translation>
    </message>
    <message>
        <source>As the scenario asks</source>
        <translation>按场景的要求</translation>
    </message>
    <message>
        <source>Bytes of the buffer of one rank divided by the time, as nccl-tests counts them</source>
        <translation>单 rank 缓冲区字节数除以时间，按 nccl-tests 的算法</translation>
    </message>
    <message>
        <source>Chips whose ranks share the batch evenly; others stay idle</source>
        <translation>其 rank 均分批量的芯片；其余空闲</translation>
    </message>
    <message>
        <source>Chips x HBM bandwidth of a chip</source>
        <translation>芯片数 × 单芯片 HBM 带宽</translation>
    </message>
    <message>
        <source>Chips x HBM of a chip</source>
        <translation>芯片数 × 单芯片 HBM</translation>
    </message>
    <message>
        <source>Chips x dense 4-bit of a chip</source>
        <translation>芯片数 × 单芯片 4 位稠密算力</translation>
    </message>
    <message>
        <source>Chips x dense BF16 of a chip</source>
        <translation>芯片数 × 单芯片 BF16 稠密算力</translation>
    </message>
    <message>
        <source>Chips x dense INT8 or FP8 of a chip</source>
        <translation>芯片数 × 单芯片 INT8 或 FP8 稠密算力</translation>
    </message>
    <message>
        <source>Chips x modules of the scale-out network for each</source>
        <translation>芯片数 × 每芯片的超节点间光模块</translation>
    </message>
    <message>
        <source>Copies of the model, each with a part of the batch</source>
        <translation>模型的副本，各承担一部分批量</translation>
    </message>
    <message>
        <source>Endpoints x planes x link rate, one direction</source>
        <translation>端点数 × 平面数 × 链路速率，单向</translation>
    </message>
    <message>
        <source>Endpoints x rate of their scale-out link, one direction</source>
        <translation>端点数 × 各自超节点间链路速率，单向</translation>
    </message>
    <message>
        <source>Energy of the whole machine over the bits of payload that arrive: compute, memory and idle parts are in it, so it is far above what a link alone needs</source>
        <translation>整机能耗除以送达的有效比特：包含计算、内存与空闲部件，因此远高于链路本身所需</translation>
    </message>
    <message>
        <source>FLOPs that the model needs, forward and backward and nothing made again, over the dense peak of the chips at work in the format of the products</source>
        <translation>模型前向与反向所需的浮点运算（不含重算），除以工作芯片在该格式下的稠密峰值</translation>
    </message>
    <message>
        <source>Attention counts half of its square; modules that predict further tokens do not count</source>
        <translation>注意力只计方阵的一半；预测后续 token 的模块不计</translation>
    </message>
    <message>
        <source>From one token of a request to the next: a step, over the tokens that a request gets in it</source>
        <translation>一个请求从一个 token 到下一个：一步的时间除以该步中它得到的 token 数</translation>
    </message>
    <message>
        <source>From the first microbatch to the last new weight, added up by what the stage with most to do spends it on</source>
        <translation>从第一个微批到最后一个新权重，按最忙流水级的用途累加</translation>
    </message>
    <message>
        <source>From the start of the kernel until the hottest rank has sent and received its last message</source>
        <translation>从内核启动到最热 rank 收发完最后一条消息</translation>
    </message>
    <message>
        <source>From the start until the last byte arrives; flows share links max-min fairly and share again whenever one ends</source>
        <translation>从开始到最后一个字节到达；各流按最大最小公平共享链路，每有一流结束便重新分配</translation>
    </message>
    <message>
        <source>At line rate without latency, as read or write with the measured one</source>
        <translation>线速时不计延迟，读或写时按实测延迟</translation>
    </message>
    <message>
        <source>Keys and values of one prompt from prefill to decode</source>
        <translation>一个提示的键和值，从预填充传到解码</translation>
    </message>
    <message>
        <source>Links between endpoints and switch chips and between the tiers; CPU links apart</source>
        <translation>端点与交换芯片之间及各层之间的链路；CPU 链路另计</translation>
    </message>
    <message>
        <source>Mean over both directions of all links that are up, CPU links apart, at the busiest instant</source>
        <translation>最忙时刻所有完好链路两个方向的平均，CPU 链路除外</translation>
    </message>
    <message>
        <source>Mean over the run, of all parts with their idle shares, fans and conversion</source>
        <translation>运行期间平均，含所有部件的空闲功耗、风扇与电源转换</translation>
    </message>
    <message>
        <source>Parts that are down draw nothing</source>
        <translation>失效的部件不耗电</translation>
    </message>
    <message>
        <source>Memory in use of one rank, of the HBM that it has</source>
        <translation>单 rank 占用的内存与其 HBM 之比</translation>
    </message>
    <message>
        <source>Memory in use of the fullest rank, of the HBM that it has</source>
        <translation>最满 rank 占用的内存与其 HBM 之比</translation>
    </message>
    <message>
        <source>Messages that the rank with the most popular experts gets, over the mean of all ranks; 1 is perfectly balanced</source>
        <translation>拥有最热门专家的 rank 所收消息与所有 rank 平均之比；1 为完全均衡</translation>
    </message>
    <message>
        <source>Of each copy of the model, one after the other through its pipeline</source>
        <translation>模型的每个副本，依次通过其流水线</translation>
    </message>
    <message>
        <source>Of one decode instance, in the mean over time</source>
        <translation>一个解码实例，按时间平均</translation>
    </message>
    <message>
        <source>One layer for both microbatches: messages of one behind the compute of the other; twice the longer of both</source>
        <translation>两个微批各过一层：一个的消息藏在另一个的计算之后；为两者中较长者的两倍</translation>
    </message>
    <message>
        <source>One layer for both microbatches: twice the longer of attention and experts, which run side by side on their shares of the cores</source>
        <translation>两个微批各过一层：注意力与专家各占一部分核并行，为较长者的两倍</translation>
    </message>
    <message>
        <source>One, and with multi-token prediction the share of predicted tokens that are accepted</source>
        <translation>一个，加上多 token 预测中被接受的 token 占比</translation>
    </message>
    <message>
        <source>Optical cables x modules at their ends</source>
        <translation>光缆数 × 两端的光模块</translation>
    </message>
    <message>
        <source>Ordered pairs of the workload whose ends are up and joined by a plane, of all of them</source>
        <translation>两端完好且有平面相连的有序 rank 对占全部的比例</translation>
    </message>
    <message>
        <source>Ordered pairs of the workload with an end that is down or with no plane that joins them</source>
        <translation>有一端失效或没有平面相连的有序 rank 对</translation>
    </message>
    <message>
        <source>Part of the step in which the ranks of the stage with most to do wait for messages that nothing hides</source>
        <translation>一步中最忙流水级的 rank 等待未被掩盖的消息的部分</translation>
    </message>
    <message>
        <source>Payload bytes divided by the time from the first request to the last byte</source>
        <translation>有效字节数除以从首个请求到最后一个字节的时间</translation>
    </message>
    <message>
        <source>Payload that all ranks send, divided by the ranks and by the time</source>
        <translation>所有 rank 发送的有效数据，除以 rank 数和时间</translation>
    </message>
    <message>
        <source>Payload that arrives, over all receivers, divided by the time until the last byte arrives</source>
        <translation>所有接收方收到的有效数据，除以最后一个字节到达的时间</translation>
    </message>
    <message>
        <source>Power of the whole machine over the time of the run, at the mains</source>
        <translation>整机在运行期间的市电功耗</translation>
    </message>
    <message>
        <source>Power of the whole machine over the tokens it makes a second</source>
        <translation>整机功耗除以每秒产出的 token</translation>
    </message>
    <message>
        <source>Racks of nodes and of switches</source>
        <translation>计算机柜与交换机柜</translation>
    </message>
    <message>
        <source>Racks x width x depth, without the aisles</source>
        <translation>机柜数 × 宽 × 深，不含过道</translation>
    </message>
    <message>
        <source>Ranks x tokens of a rank</source>
        <translation>rank 数 × 每 rank token</translation>
    </message>
    <message>
        <source>Requests in a second that get their first token and their further ones within the limits</source>
        <translation>每秒在限值内得到首 token 和后续 token 的请求数</translation>
    </message>
    <message>
        <source>Share of the time in which a prefill instance computes</source>
        <translation>预填充实例处于计算中的时间占比</translation>
    </message>
    <message>
        <source>The least rate of any pair while all flows run, over all its planes</source>
        <translation>所有流同时运行时，任一对在其全部平面上的最低速率</translation>
    </message>
    <message>
        <source>The pass of a batch of prompts through all layers, the arrival of what is cached included; no waiting before it</source>
        <translation>一批提示通过所有层，含缓存到达的时间；此前不等待</translation>
    </message>
    <message>
        <source>Added up by what it is spent on along the longest way</source>
        <translation>沿最长路径按用途累加</translation>
    </message>
    <message>
        <source>The same without the peak: FLOPs that the model needs, a second and chip</source>
        <translation>同上但不除以峰值：模型每秒每芯片所需的浮点运算</translation>
    </message>
    <message>
        <source>Throughput over all racks, those of the switches too</source>
        <translation>吞吐量除以所有机柜，含交换机柜</translation>
    </message>
    <message>
        <source>Throughput over the chips of all instances of both kinds</source>
        <translation>吞吐量除以两类实例的全部芯片</translation>
    </message>
    <message>
        <source>Throughput over the price of the machine</source>
        <translation>吞吐量除以整机价格</translation>
    </message>
    <message>
        <source>Throughput over the published power at full load</source>
        <translation>吞吐量除以公布的满载功耗</translation>
    </message>
    <message>
        <source>Time in which pipeline stages have no microbatch to work on, over that of all stages until the last microbatch is back</source>
        <translation>流水级没有微批可做的时间，除以所有流水级到最后一个微批返回的时间</translation>
    </message>
    <message>
        <source>Time of messages that pass while the rank computes, over the step</source>
        <translation>rank 计算期间通过的消息时间占一步的比例</translation>
    </message>
    <message>
        <source>Time to first token against the same prompts with nothing cached</source>
        <translation>首 token 时间，与无缓存的相同提示相比</translation>
    </message>
    <message>
        <source>Tokens it makes a second over the power of the whole machine</source>
        <translation>每秒产出的 token 除以整机功耗</translation>
    </message>
    <message>
        <source>Tokens of a rank x top-k x bytes of a message, divided by the time, start-up included: as it is published, so what stays on the own rank counts, too</source>
        <translation>每 rank token × 每 token 专家数 × 每条消息字节数，除以含启动的时间：按公布口径，留在本 rank 的也计入</translation>
    </message>
    <message>
        <source>Tokens of prompts that a chip takes in, computed or found in the cache, over the pass</source>
        <translation>芯片在一遍中吸收的提示 token，无论是计算的还是缓存命中的</translation>
    </message>
    <message>
        <source>Tokens of prompts that the instance takes in</source>
        <translation>实例吸收的提示 token</translation>
    </message>
    <message>
        <source>Tokens of the global batch over the time of a step and the NPUs at work</source>
        <translation>全局批量的 token 除以一步的时间和工作的 NPU 数</translation>
    </message>
    <message>
        <source>Tokens of the global batch over the time of a step and the GPUs at work</source>
        <translation>全局批量的 token 除以一步的时间和工作的 GPU 数</translation>
    </message>
    <message>
        <source>Tokens that all chips at work train on in a second</source>
        <translation>所有工作芯片每秒训练的 token</translation>
    </message>
    <message>
        <source>Tokens that all requests of the instance get in a second</source>
        <translation>实例的所有请求每秒得到的 token</translation>
    </message>
    <message>
        <source>Tokens that are put out in a second: nothing is lost while the queues are stable</source>
        <translation>每秒输出的 token：队列稳定时没有损失</translation>
    </message>
    <message>
        <source>Tokens that the requests of one NPU get in a second, while all of them decode</source>
        <translation>单个 NPU 的请求在全部解码时每秒得到的 token</translation>
    </message>
    <message>
        <source>Tokens that the requests of one GPU get in a second, while all of them decode</source>
        <translation>单个 GPU 的请求在全部解码时每秒得到的 token</translation>
    </message>
    <message>
        <source>What half of the nodes can send to the other half: the lesser of what they inject and of their uplinks, one direction</source>
        <translation>一半节点能发给另一半的带宽：注入与上行链路中较小者，单向</translation>
    </message>
    <message>
        <source>What one rank holds: weights, the cache of its sequences at full length, rows in flight</source>
        <translation>单 rank 存放的内容：权重、其序列满长时的缓存、处理中的行</translation>
    </message>
    <message>
        <source>60 million yuan in April 2025</source>
        <translation>2025 年 4 月为 6000 万元</translation>
    </message>
    <message>
        <source>All-in</source>
        <translation>全包</translation>
    </message>
    <message>
        <source>All-in, by the author of the figure for the other system</source>
        <translation>全包，与另一系统的数字出自同一作者</translation>
    </message>
    <message>
        <source>The vendor gives 120 kW for the rack alone (B3.01)</source>
        <translation>厂商仅机柜一项给出 120 kW（B3.01）</translation>
    </message>
    <message>
        <source>The same author later wrote close to 600 kW (A3.37)</source>
        <translation>同一作者后来写作接近 600 kW（A3.37）</translation>
    </message>
    <message>
        <source>No stress maximum is published; the all-in figure stands in, as it is above the 120 kW of the rack (B3.01)</source>
        <translation>未公布压力测试最大值；以全包数字代替，它高于机柜的 120 kW（B3.01）</translation>
    </message>
    <message>
        <source>The rack, without what is around it; press 3.0 M, all-in 3.9 M</source>
        <translation>仅机柜，不含周边；媒体称 300 万，全包 390 万</translation>
    </message>
    <message>
        <source>That of CloudMatrix 384 by the number of chips</source>
        <translation>按芯片数由 CloudMatrix 384 折算</translation>
    </message>
    <message>
        <source>Nobody published it: that of CloudMatrix 384 by the number of chips</source>
        <translation>无人公布：按芯片数由 CloudMatrix 384 折算</translation>
    </message>
    <message>
        <source>Stress maximum of the racks, 12 x 54 + 4 x 17.8 kW; not the power in service</source>
        <translation>各机柜压力测试最大值，12 × 54 + 4 × 17.8 kW；并非运行功耗</translation>
    </message>
    <message>
        <source>4-bit of a chip</source>
        <translation>单芯片 4 位算力</translation>
    </message>
    <message>
        <source>8-bit of a chip</source>
        <translation>单芯片 8 位算力</translation>
    </message>
    <message>
        <source>BF16 of a chip</source>
        <translation>单芯片 BF16 算力</translation>
    </message>
    <message>
        <source>FLOPs per token</source>
        <translation>每 token 浮点运算</translation>
    </message>
    <message>
        <source>HBM bandwidth of a chip</source>
        <translation>单芯片 HBM 带宽</translation>
    </message>
    <message>
        <source>HBM of a chip</source>
        <translation>单芯片 HBM</translation>
    </message>
    <message>
        <source>HBM of a rank</source>
        <translation>单 rank HBM</translation>
    </message>
    <message>
        <source>acceptance</source>
        <translation>猜中率</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>bits delivered</source>
        <translation>送达的比特数</translation>
    </message>
    <message>
        <source>buffers</source>
        <translation>缓冲区</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>繁忙时间</translation>
    </message>
    <message>
        <source>bytes of a prompt</source>
        <translation>一个提示的字节数</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>chips of a node</source>
        <translation>每节点芯片数</translation>
    </message>
    <message>
        <source>conversion</source>
        <translation>电源转换</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>endpoints of a chip</source>
        <translation>每芯片端点数</translation>
    </message>
    <message>
        <source>gradients and weights</source>
        <translation>梯度与权重</translation>
    </message>
    <message>
        <source>idle share</source>
        <translation>空闲功耗占比</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>占用</translation>
    </message>
    <message>
        <source>keys and values</source>
        <translation>键和值</translation>
    </message>
    <message>
        <source>modules of a cable</source>
        <translation>每条光缆的光模块</translation>
    </message>
    <message>
        <source>modules of a chip</source>
        <translation>每芯片光模块</translation>
    </message>
    <message>
        <source>nearest rank among the simulated requests</source>
        <translation>模拟请求中的最近秩</translation>
    </message>
    <message>
        <source>optical cables</source>
        <translation>光缆</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>output tokens</source>
        <translation>输出 token</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>pipeline</source>
        <translation>流水线</translation>
    </message>
    <message>
        <source>racks of nodes</source>
        <translation>计算机柜</translation>
    </message>
    <message>
        <source>racks of switches</source>
        <translation>交换机柜</translation>
    </message>
    <message>
        <source>rate of a rank, in the mean over the ranks of prefill</source>
        <translation>单 rank 速率（预填充各 rank 平均）</translation>
    </message>
    <message>
        <source>scale-out rate</source>
        <translation>超节点间带宽</translation>
    </message>
    <message>
        <source>share within both limits</source>
        <translation>两项限值内的占比</translation>
    </message>
    <message>
        <source>stages</source>
        <translation>流水级</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>sum by kind</source>
        <translation>分类求和</translation>
    </message>
    <message>
        <source>sum of the parts</source>
        <translation>各部分之和</translation>
    </message>
    <message>
        <source>sum over parts of full load</source>
        <translation>各部件满载功耗求和</translation>
    </message>
    <message>
        <source>tensor</source>
        <translation>张量并行</translation>
    </message>
    <message>
        <source>the longer of attention and experts</source>
        <translation>注意力与专家中较长者</translation>
    </message>
    <message>
        <source>the smaller of what prefill and decode can take</source>
        <translation>预填充与解码能力中较小者</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>time without cache</source>
        <translation>无缓存时的时间</translation>
    </message>
    <message>
        <source>tokens per second and chip</source>
        <translation>每芯片每秒 token</translation>
    </message>
    <message>
        <source>until the last microbatch is back</source>
        <translation>到最后一个微批返回为止</translation>
    </message>
    <message>
        <source>use</source>
        <translation>占用率</translation>
    </message>
    <message>
        <source>width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>working rows</source>
        <translation>工作行</translation>
    </message>
    <message>
        <source>fans</source>
        <translation>风扇</translation>
    </message>
    <message>
        <source>and fans</source>
        <translation>风扇</translation>
    </message>
    <message>
        <source>full load</source>
        <translation>满载功耗</translation>
    </message>
    <message>
        <source>stated</source>
        <translation>给定值</translation>
    </message>
    <message>
        <source>chip eight bit dense</source>
        <translation>单芯片 8 位稠密算力</translation>
    </message>
    <message>
        <source>fabric links per cable</source>
        <translation>每条光缆链路数</translation>
    </message>
    <message>
        <source>fabric modules per cable</source>
        <translation>每条光缆光模块数</translation>
    </message>
    <message>
        <source>node chips</source>
        <translation>每节点芯片数</translation>
    </message>
    <message>
        <source>node count</source>
        <translation>节点数</translation>
    </message>
    <message>
        <source>power revised</source>
        <translation>修订后的功耗</translation>
    </message>
    <message>
        <source>chip bf16 dense</source>
        <translation>单芯片 BF16 稠密算力</translation>
    </message>
    <message>
        <source>cost typical power</source>
        <translation>典型功耗</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>typical</source>
        <translation>典型</translation>
    </message>
    <message>
        <source>among tensor ranks</source>
        <translation>张量 rank 之间</translation>
    </message>
    <message>
        <source>GPU, full load</source>
        <translation>GPU，满载</translation>
    </message>
    <message>
        <source>NPU, full load</source>
        <translation>NPU，满载</translation>
    </message>
    <message>
        <source>Grace, full load</source>
        <translation>Grace，满载</translation>
    </message>
    <message>
        <source>Kunpeng 920, full load</source>
        <translation>鲲鹏 920，满载</translation>
    </message>
    <message>
        <source>L1 chip, full load</source>
        <translation>L1 芯片，满载</translation>
    </message>
    <message>
        <source>L2 chip, full load</source>
        <translation>L2 芯片，满载</translation>
    </message>
    <message>
        <source>NVSwitch chip, full load</source>
        <translation>NVSwitch 芯片，满载</translation>
    </message>
    <message>
        <source>optical module, full load</source>
        <translation>光模块，满载</translation>
    </message>
    <message>
        <source>rest of each compute tray, full load</source>
        <translation>每个计算托盘的其余部分，满载</translation>
    </message>
    <message>
        <source>idle share of a CPU</source>
        <translation>CPU 空闲功耗占比</translation>
    </message>
    <message>
        <source>idle share of a chip</source>
        <translation>芯片空闲功耗占比</translation>
    </message>
    <message>
        <source>idle share of a switch chip</source>
        <translation>交换芯片空闲功耗占比</translation>
    </message>
    <message>
        <source>idle share of an optical module</source>
        <translation>光模块空闲功耗占比</translation>
    </message>
    <message>
        <source>limit of a further token</source>
        <translation>后续 token 的限值</translation>
    </message>
    <message>
        <source>limit of the first token</source>
        <translation>首 token 的限值</translation>
    </message>
    <message>
        <source>share of the step to its peak while a chip only sends</source>
        <translation>芯片只发送时，步长相对峰值的占比</translation>
    </message>
    <message>
        <source>endpoints</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>link rate</source>
        <translation>链路速率</translation>
    </message>
    <message>
        <source>tokens per rank</source>
        <translation>每 rank token</translation>
    </message>
    <message>
        <source>top k</source>
        <translation>每 token 专家数</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>隐藏维度</translation>
    </message>
    <message>
        <source>write share</source>
        <translation>写效率</translation>
    </message>
    <message>
        <source>read share</source>
        <translation>读效率</translation>
    </message>
    <message>
        <source>memory share</source>
        <translation>内存效率</translation>
    </message>
    <message>
        <source>attention share</source>
        <translation>注意力效率</translation>
    </message>
    <message>
        <source>vector share</source>
        <translation>向量效率</translation>
    </message>
    <message>
        <source>eight bit share</source>
        <translation>8 位效率</translation>
    </message>
    <message>
        <source>grouped share</source>
        <translation>分组乘积效率</translation>
    </message>
    <message>
        <source>prefill skew</source>
        <translation>预填充不均</translation>
    </message>
    <message>
        <source>tier share</source>
        <translation>层间效率</translation>
    </message>
    <message>
        <source>moe dispatch</source>
        <translation>MoE 分发</translation>
    </message>
    <message>
        <source>eight bit dense</source>
        <translation>8 位稠密算力</translation>
    </message>
    <message>
        <source>bf16 dense</source>
        <translation>BF16 稠密算力</translation>
    </message>
    <message>
        <source>hbm bandwidth</source>
        <translation>HBM 带宽</translation>
    </message>
    <message>
        <source>hbm capacity</source>
        <translation>HBM 容量</translation>
    </message>
    <message>
        <source>count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>typical power</source>
        <translation>典型功耗</translation>
    </message>
    <message>
        <source>Pairs still joined</source>
        <translation>仍连通的 rank 对</translation>
    </message>
    <message>
        <source>Sent per GPU</source>
        <translation>每 GPU 发送</translation>
    </message>
    <message>
        <source>Sent per NPU</source>
        <translation>每 NPU 发送</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>token/s</translation>
    </message>
    <message>
        <source>J/token</source>
        <translation>J/token</translation>
    </message>
    <message>
        <source>tokens/J</source>
        <translation>token/J</translation>
    </message>
    <message>
        <source>M USD</source>
        <translation>百万美元</translation>
    </message>
    <message>
        <source>kUSD</source>
        <translation>千美元</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>对</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>比值</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>比特</translation>
    </message>
    <message>
        <source>halving-doubling</source>
        <translation>折半倍增</translation>
    </message>
    <message>
        <source>ring</source>
        <translation>环形</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>直接</translation>
    </message>
    <message>
        <source>hierarchical</source>
        <translation>分层</translation>
    </message>
    <message>
        <source>in-switch</source>
        <translation>交换机内归约</translation>
    </message>
    <message>
        <source>half</source>
        <translation>一半</translation>
    </message>
    <message>
        <source>MoE dispatch</source>
        <translation>MoE 分发</translation>
    </message>
    <message>
        <source>MoE combine</source>
        <translation>MoE 合并</translation>
    </message>
    <message>
        <source>all reduce</source>
        <translation>全归约</translation>
    </message>
    <message>
        <source>point to point</source>
        <translation>点到点</translation>
    </message>
    <message>
        <source>training step</source>
        <translation>训练步</translation>
    </message>
    <message>
        <source>specification</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>tokens per second per chip</source>
        <translation>每芯片每秒 token</translation>
    </message>
    <message>
        <source>time per output token</source>
        <translation>每输出 token 时间</translation>
    </message>
    <message>
        <source>time to first token change</source>
        <translation>首 token 时间变化</translation>
    </message>
    <message>
        <source>layer time</source>
        <translation>层时间</translation>
    </message>
    <message>
        <source>scale up injection</source>
        <translation>超节点内注入带宽</translation>
    </message>
    <message>
        <source>scale up links</source>
        <translation>超节点内链路</translation>
    </message>
    <message>
        <source>scale up optical modules</source>
        <translation>超节点内光模块</translation>
    </message>
    <message>
        <source>context tokens</source>
        <translation>上下文 token</translation>
    </message>
    <message>
        <source>batch per chip</source>
        <translation>每芯片批量</translation>
    </message>
    <message>
        <source>cached fraction</source>
        <translation>缓存命中率</translation>
    </message>
    <message>
        <source>context parallel</source>
        <translation>上下文并行</translation>
    </message>
    <message>
        <source>expert parallel</source>
        <translation>专家并行</translation>
    </message>
    <message>
        <source>global batch</source>
        <translation>全局批量</translation>
    </message>
    <message>
        <source>microbatch</source>
        <translation>微批</translation>
    </message>
    <message>
        <source>microbatches</source>
        <translation>微批数</translation>
    </message>
    <message>
        <source>mtp acceptance</source>
        <translation>猜中率</translation>
    </message>
    <message>
        <source>pipeline parallel</source>
        <translation>流水并行</translation>
    </message>
    <message>
        <source>prompt tokens</source>
        <translation>提示 token</translation>
    </message>
    <message>
        <source>sequence tokens</source>
        <translation>序列 token</translation>
    </message>
    <message>
        <source>tensor parallel</source>
        <translation>张量并行</translation>
    </message>
    <message>
        <source>tokens per chip</source>
        <translation>每芯片 token</translation>
    </message>
    <message>
        <source>virtual stages</source>
        <translation>虚拟级</translation>
    </message>
    <message>
        <source>inter node</source>
        <translation>跨节点</translation>
    </message>
    <message>
        <source>intra node</source>
        <translation>节点内</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>perfect</source>
        <translation>完全均衡</translation>
    </message>
    <message>
        <source>sharded</source>
        <translation>分片</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>endpoint</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>access</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>arrivals per second</source>
        <translation>每秒到达数</translation>
    </message>
    <message>
        <source>bf16 share</source>
        <translation>BF16 效率</translation>
    </message>
    <message>
        <source>hop</source>
        <translation>每跳时延</translation>
    </message>
    <message>
        <source>first token limit ms</source>
        <translation>首 token 限值（ms）</translation>
    </message>
    <message>
        <source>output token limit ms</source>
        <translation>后续 token 限值（ms）</translation>
    </message>
    <message>
        <source>Further copies of popular experts in each layer: with more of them the hottest rank gets fewer tokens.</source>
        <translation>每层热门专家的额外副本：副本越多，最热的 rank 得到的 token 越少。</translation>
    </message>
    <message>
        <source>hbm</source>
        <translation>HBM</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>流水级</translation>
    </message>
    <message>
        <source>tensor-group</source>
        <translation>张量组</translation>
    </message>
    <message>
        <source>expert-group</source>
        <translation>专家组</translation>
    </message>
    <message>
        <source>Redundant experts</source>
        <translation>冗余专家</translation>
    </message>
    <message>
        <source>Further copies of popular experts in each layer: the hottest die gets fewer tokens, and all hold more.</source>
        <translation>每层热门专家的额外副本：最热的裸片得到更少的 token，所有裸片都要存得更多。</translation>
    </message>
    <message>
        <source>HBM stack</source>
        <translation>HBM 堆叠</translation>
    </message>
    <message>
        <source>HBM stacks</source>
        <translation>HBM 堆叠</translation>
    </message>
    <message>
        <source>Links above the first tier</source>
        <translation>第一层以上的链路</translation>
    </message>
    <message>
        <source>Fibre needs a module at each end that draws power and can fail; copper does not reach far.</source>
        <translation>光纤两端各需一个耗电且可能故障的光模块；铜缆传不远。</translation>
    </message>
    <message>
        <source>copper</source>
        <translation>铜缆</translation>
    </message>
    <message>
        <source>fibre</source>
        <translation>光纤</translation>
    </message>
    <message>
        <source>gather of latent rows</source>
        <translation>收集潜在向量</translation>
    </message>
    <message>
        <source>exchange by heads</source>
        <translation>按注意力头交换</translation>
    </message>
    <message>
        <source>exchange by tokens</source>
        <translation>按 token 交换</translation>
    </message>
    <message>
        <source>cast to 8 bits</source>
        <translation>转换为 8 位</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Ranks of a prompt</source>
        <translation>提示的 rank 数</translation>
    </message>
    <message>
        <source>Ranks that share each prompt: its tokens, and in attention its heads. What they swap goes over links.</source>
        <translation>共同处理每条提示的 rank：分担其 token，在注意力中分担注意力头。它们交换的数据走链路。</translation>
    </message>
    <message>
        <source>compute trays</source>
        <translation>计算托盘</translation>
    </message>
    <message>
        <source>attention cores</source>
        <translation>注意力占用的核</translation>
    </message>
    <message>
        <source>cache rate</source>
        <translation>缓存池速率</translation>
    </message>
    <message>
        <source>chip idle</source>
        <translation>芯片空闲功耗</translation>
    </message>
    <message>
        <source>chip transfer</source>
        <translation>芯片传输功耗</translation>
    </message>
    <message>
        <source>combine passes</source>
        <translation>合并遍数</translation>
    </message>
    <message>
        <source>cpu bandwidth</source>
        <translation>CPU 带宽</translation>
    </message>
    <message>
        <source>cpu idle</source>
        <translation>CPU 空闲功耗</translation>
    </message>
    <message>
        <source>cpu read share</source>
        <translation>CPU 读效率</translation>
    </message>
    <message>
        <source>cpu write share</source>
        <translation>CPU 写效率</translation>
    </message>
    <message>
        <source>decode skew</source>
        <translation>解码负载不均</translation>
    </message>
    <message>
        <source>die link</source>
        <translation>裸片间链路</translation>
    </message>
    <message>
        <source>four bit dense</source>
        <translation>4 位稠密算力</translation>
    </message>
    <message>
        <source>four bit share</source>
        <translation>4 位效率</translation>
    </message>
    <message>
        <source>in switch share</source>
        <translation>交换内归约效率</translation>
    </message>
    <message>
        <source>launch</source>
        <translation>算子启动</translation>
    </message>
    <message>
        <source>maximum power</source>
        <translation>最大功耗</translation>
    </message>
    <message>
        <source>memory passes</source>
        <translation>内存读写遍数</translation>
    </message>
    <message>
        <source>module idle</source>
        <translation>光模块空闲功耗</translation>
    </message>
    <message>
        <source>moe combine</source>
        <translation>合并启动</translation>
    </message>
    <message>
        <source>moe copies</source>
        <translation>专家消息份数</translation>
    </message>
    <message>
        <source>moe scale</source>
        <translation>专家消息缩放</translation>
    </message>
    <message>
        <source>oversubscription</source>
        <translation>收敛比</translation>
    </message>
    <message>
        <source>switch idle</source>
        <translation>交换空闲功耗</translation>
    </message>
    <message>
        <source>write extra</source>
        <translation>写入附加时延</translation>
    </message>
</context>
<context>
    <name>ModelSentence</name>
    <message>
        <source>%1 of its %2</source>
        <translation>%1（额定 %2）</translation>
    </message>
    <message>
        <source>each %1</source>
        <translation>每个%1</translation>
    </message>
    <message>
        <source>in every plane</source>
        <translation>所有平面</translation>
    </message>
    <message>
        <source>in plane %1</source>
        <translation>平面 %1</translation>
    </message>
    <message>
        <source>in planes %1</source>
        <translation>平面 %1</translation>
    </message>
    <message>
        <source>a step of decode</source>
        <translation>一步解码</translation>
    </message>
    <message>
        <source>a pass of prefill</source>
        <translation>一次预填充</translation>
    </message>
    <message>
        <source>a training step</source>
        <translation>一个训练步</translation>
    </message>
    <message>
        <source>Faster matrix units</source>
        <translation>更快的矩阵单元</translation>
    </message>
    <message>
        <source>Faster links</source>
        <translation>更快的链路</translation>
    </message>
    <message>
        <source>A faster HBM</source>
        <translation>更快的 HBM</translation>
    </message>
    <message>
        <source>A faster network for it</source>
        <translation>更快的传输网络</translation>
    </message>
    <message>
        <source>A shorter launch</source>
        <translation>更短的启动</translation>
    </message>
    <message>
        <source>A shorter one</source>
        <translation>更短的开销</translation>
    </message>
    <message>
        <source>A shorter start-up of the kernel</source>
        <translation>更短的内核启动</translation>
    </message>
    <message>
        <source>A larger global batch</source>
        <translation>更大的全局批量</translation>
    </message>
    <message>
        <source>The links of %1 are full: a %2 can send %3 GB/s</source>
        <translation>%1的链路已满：一个%2可发送 %3 GB/s</translation>
    </message>
    <message>
        <source>The links of %1 are full: a %2 can receive %3 GB/s</source>
        <translation>%1的链路已满：一个%2可接收 %3 GB/s</translation>
    </message>
    <message>
        <source>The links of %1 are full: the %2 can send %3 GB/s</source>
        <translation>%1 的链路已满：该%2可发送 %3 GB/s</translation>
    </message>
    <message>
        <source>The links of %1 are full: the %2 can receive %3 GB/s</source>
        <translation>%1 的链路已满：该%2可接收 %3 GB/s</translation>
    </message>
    <message>
        <source>The links of %1 are full: a %2 can send %3 GB/s %4</source>
        <translation>%1的链路已满（%4）：一个%2可发送 %3 GB/s</translation>
    </message>
    <message>
        <source>The links of %1 are full: a %2 can receive %3 GB/s %4</source>
        <translation>%1的链路已满（%4）：一个%2可接收 %3 GB/s</translation>
    </message>
    <message>
        <source>The links of %1 are full: the %2 can send %3 GB/s %4</source>
        <translation>%1 的链路已满（%4）：该%2可发送 %3 GB/s</translation>
    </message>
    <message>
        <source>The links of %1 are full: the %2 can receive %3 GB/s %4</source>
        <translation>%1 的链路已满（%4）：该%2可接收 %3 GB/s</translation>
    </message>
    <message>
        <source>Faster or more links at the %1 would move it; more second-tier bandwidth would not</source>
        <translation>提升%1的链路速率或数量会有改善；增加第二级带宽则不会</translation>
    </message>
    <message>
        <source>Faster or more links at the %1 would move it</source>
        <translation>提升%1的链路速率或数量会有改善</translation>
    </message>
    <message>
        <source>The link of %1 in the %2 is full: it carries %3 GB/s each way</source>
        <translation>%1 在 %2 中的链路已满：每个方向 %3 GB/s</translation>
    </message>
    <message>
        <source>The links between %1 and %2 are full %3</source>
        <translation>%1与%2之间的链路已满（%3）</translation>
    </message>
    <message>
        <source>%1 of %2 %3 join the pair that ends last</source>
        <translation>%2 个%3中有 %1 个连接最后完成的一对</translation>
    </message>
    <message>
        <source>Bringing the others back would move it</source>
        <translation>恢复其余的会有改善</translation>
    </message>
    <message>
        <source>The one that holds the last flow runs at %1 GB/s</source>
        <translation>限制最后一条流的链路运行于 %1 GB/s</translation>
    </message>
    <message>
        <source>Its full rate would move it</source>
        <translation>恢复其全速会有改善</translation>
    </message>
    <message>
        <source>More or faster links to the second tier would move it</source>
        <translation>增加通往第二级的链路或提升其速率会有改善</translation>
    </message>
    <message>
        <source>Faster links would move it</source>
        <translation>更快的链路会有改善</translation>
    </message>
    <message>
        <source>Most of the time passes before the last stage sends its first byte: %1</source>
        <translation>大部分时间花在最后一级发出首字节之前：%1</translation>
    </message>
    <message>
        <source>Most of the time passes before the first byte: software at the far end and switch hops</source>
        <translation>大部分时间花在首字节之前：远端软件与交换跳数</translation>
    </message>
    <message>
        <source>Fewer hops would move it; faster links could save at most %1 %</source>
        <translation>减少跳数会有改善；更快的链路最多节省 %1 %</translation>
    </message>
    <message>
        <source>Most of the time passes without bytes, most of that in %1: %2; faster links could save at most %3 %</source>
        <translation>大部分时间没有字节在传输，主要在%1：%2；更快的链路最多节省 %3 %</translation>
    </message>
    <message>
        <source>The largest part of %1, %2 %, is %3</source>
        <translation>%1中占比最大的是%3，为 %2 %</translation>
    </message>
    <message>
        <source>%1 would move it most</source>
        <translation>%1改善最大</translation>
    </message>
    <message>
        <source>Prefill instances would be the first to fall behind, at %1 requests a second; they now get %2 % of that</source>
        <translation>预填充实例将最先跟不上，上限为每秒 %1 个请求；目前为其 %2 %</translation>
    </message>
    <message>
        <source>Decode instances would be the first to fall behind, at %1 requests a second; they now get %2 % of that</source>
        <translation>解码实例将最先跟不上，上限为每秒 %1 个请求；目前为其 %2 %</translation>
    </message>
    <message>
        <source>A faster one would move it</source>
        <translation>更快的链路会有改善</translation>
    </message>
    <message>
        <source>Nothing is sent</source>
        <translation>没有数据发送</translation>
    </message>
    <message>
        <source>Nothing is computed</source>
        <translation>没有计算</translation>
    </message>
    <message>
        <source>. </source>
        <comment>between two sentences</comment>
        <translation>。</translation>
    </message>
    <message>
        <source>power over that of %1</source>
        <translation>相对 %1 的功耗</translation>
    </message>
    <message>
        <source>From the launch until the last rank has the result, by %1</source>
        <translation>从启动到最后一个 rank 得到结果，采用%1算法</translation>
    </message>
    <message>
        <source>Auto chose %1 with %2; the others would take: %3</source>
        <translation>自动选择了%1（%2）；其他算法需要：%3</translation>
    </message>
    <message>
        <source>Algorithm bandwidth x %1 for n ranks, the factor of nccl-tests: what a link would carry without a reduction in the switch</source>
        <translation>算法带宽 × %1（n 个 rank，nccl-tests 的系数）：交换芯片不做归约时链路承载的带宽</translation>
    </message>
    <message>
        <source>As published: %1</source>
        <translation>据公布：%1</translation>
    </message>
    <message>
        <source>Derived: %1</source>
        <translation>推算：%1</translation>
    </message>
    <message>
        <source>An assumption: %1</source>
        <translation>假设：%1</translation>
    </message>
    <message>
        <source>Full load is the published %1 (%2), others say %3</source>
        <translation>满载为公布的 %1（%2），其他说法为 %3</translation>
    </message>
    <message>
        <source>%1 of %2 chips work; the idle ones are counted as well</source>
        <translation>%2 个芯片中 %1 个工作；空闲的也计入</translation>
    </message>
    <message>
        <source>What the fullest rank holds, of stage %1: weights, gradients, the optimizer&apos;s numbers, and rows kept for the backward pass</source>
        <translation>最满 rank（第 %1 级）存放的内容：权重、梯度、优化器数值、为反向保留的行</translation>
    </message>
    <message>
        <source>Throughput divided by the number of %1 that are up</source>
        <translation>吞吐量除以完好的 %1 数</translation>
    </message>
    <message>
        <source>From arrival to the end of its prefill pass, waiting included: %1 of the requests take no longer</source>
        <translation>从到达到预填充结束，含等待：%1的请求不超过此值</translation>
    </message>
    <message>
        <source>From the first token to the last, transfer and waiting for room included, over the tokens: %1 of the requests take no longer</source>
        <translation>从首 token 到末 token，含传输与等待，除以 token 数：%1的请求不超过此值</translation>
    </message>
    <message>
        <source>%1 has %2, not %3 in all</source>
        <translation>%1 只有 %2，不足 %3</translation>
    </message>
    <message>
        <source>%1 has %2, not %3</source>
        <translation>%1 只有 %2，而非 %3</translation>
    </message>
    <message>
        <source>a rank lacks %1 GB</source>
        <translation>每个 rank 缺 %1 GB 内存</translation>
    </message>
    <message>
        <source>%1 multiplies no 4-bit numbers</source>
        <translation>%1 不支持 4 位运算</translation>
    </message>
    <message>
        <source>A lower bound: %1</source>
        <translation>下限：%1</translation>
    </message>
    <message>
        <source>An upper bound: %1</source>
        <translation>上限：%1</translation>
    </message>
    <message>
        <source>%1 publishes no latency</source>
        <translation>%1 未公布时延</translation>
    </message>
    <message>
        <source>no start-up of collectives is published for %1</source>
        <translation>%1 未公布集合通信启动时间</translation>
    </message>
    <message>
        <source>%1 of %2 copper links are longer than %3 m, the longest %4 m</source>
        <translation>%2 条铜缆链路中有 %1 条超过 %3 米，最长 %4 米</translation>
    </message>
    <message>
        <source>take fibre, or fewer nodes and racks; the numbers hold as if copper reached so far</source>
        <translation>请改用光纤，或减少节点与机柜；结果按铜缆可达该距离计算</translation>
    </message>
    <message>
        <source>only language models are placed on chips in an order</source>
        <translation>只有语言模型会按顺序放置到芯片上</translation>
    </message>
    <message>
        <source>the parts change places when one is asked for</source>
        <translation>选择语言模型后，部件才会互换位置</translation>
    </message>
    <message>
        <source>this work has no experts on single dies</source>
        <translation>此负载没有位于单个裸片上的专家</translation>
    </message>
    <message>
        <source>the copy counts in a dispatch or combine</source>
        <translation>该副本只在分发或合并中起作用</translation>
    </message>
    <message>
        <source>not every copy of an expert does something</source>
        <translation>并非每个专家副本都起作用</translation>
    </message>
    <message>
        <source>copy between dies that take part, onto one that does not hold it</source>
        <translation>请在参与的裸片之间复制到尚未持有该专家的裸片</translation>
    </message>
    <message>
        <source>%1 ranks of prefill do not reach their rank of decode</source>
        <translation>%1 个预填充进程无法到达对应的解码进程</translation>
    </message>
    <message>
        <source>their prompts are taken over by the others</source>
        <translation>它们的提示由其他进程接管</translation>
    </message>
    <message>
        <source>%1 has no module that predicts further tokens</source>
        <translation>%1 没有预测后续词元的模块</translation>
    </message>
    <message>
        <source>it decodes one token a step; give null</source>
        <translation>每步只解码一个词元；请设为 null</translation>
    </message>
    <message>
        <source>it is left out, so small messages take longer than this</source>
        <translation>未计入，因此小消息的实际时间更长</translation>
    </message>
    <message>
        <source>no rate of %1 for FP8 is published: its rate for INT8 stands in</source>
        <translation>%1 的 FP8 算力未公布：以 INT8 算力代替</translation>
    </message>
    <message>
        <source>take the result as one with numbers of 8 bits, or give int8</source>
        <translation>请将结果视为 8 位精度的结果，或选择 int8</translation>
    </message>
    <message>
        <source>this work spreads every transfer over all planes</source>
        <translation>此负载把每次传输分散到所有平面</translation>
    </message>
    <message>
        <source>give spread, or take another workload</source>
        <translation>请选择 spread，或换用其他负载</translation>
    </message>
    <message>
        <source>the steps of a collective do not adapt to each other</source>
        <translation>集合通信的各步不会相互适应</translation>
    </message>
    <message>
        <source>each spreads evenly; give spread, hashed or plane-per-destination</source>
        <translation>每步均匀分散；请选择 spread、hashed 或 plane-per-destination</translation>
    </message>
    <message>
        <source>%1 publishes no such share</source>
        <translation>%1 未公布该比例</translation>
    </message>
    <message>
        <source>no share of the line rate is published for %1</source>
        <translation>%1 的线速比例未公布</translation>
    </message>
    <message>
        <source>the line rate is used instead</source>
        <translation>改用线速</translation>
    </message>
    <message>
        <source>%1 publishes no latency of %2</source>
        <translation>%1 未公布 %2 的时延</translation>
    </message>
    <message>
        <source>the time is that of the bytes alone, a lower bound</source>
        <translation>时间仅由字节数得出，为下限</translation>
    </message>
    <message>
        <source>%1 rank is down</source>
        <translation>%1 个进程已停机</translation>
    </message>
    <message>
        <source>%1 ranks are down</source>
        <translation>%1 个进程已停机</translation>
    </message>
    <message>
        <source>the others go on without</source>
        <translation>其余进程继续运行</translation>
    </message>
    <message>
        <source>Copper draws it less the modules of fibre</source>
        <translation>改用铜缆时减去光模块的功耗</translation>
    </message>
</context>
<context>
    <name>NumberFormat</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
</context>
<context>
    <name>TimelineScale</name>
    <message>
        <source>1 s here = %1 there</source>
        <translation>此处 1 秒 = 实际 %1</translation>
    </message>
</context>
<context>
    <name>supernode</name>
    <message>
        <source>Constants of the model were fitted to this result and others.</source>
        <translation>模型常数由此结果及其他结果拟合。</translation>
    </message>
    <message>
        <source>Predicted: nothing was fitted to this result.</source>
        <translation>预测：没有为此结果拟合任何常数。</translation>
    </message>
    <message>
        <source>Arithmetic that must hold.</source>
        <translation>必须成立的算术。</translation>
    </message>
    <message>
        <source>Published: &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>公布：&lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Modelled: &lt;b&gt;%1&lt;/b&gt;, %2 off; the tolerance is %3.</source>
        <translation>模型：&lt;b&gt;%1&lt;/b&gt;，偏差 %2；容差 %3。</translation>
    </message>
    <message>
        <source>Everybody to everybody</source>
        <translation>所有人对所有人</translation>
    </message>
    <message>
        <source>768 dies exchange 64 MiB each</source>
        <translation>768 个裸片各交换 64 MiB</translation>
    </message>
    <message>
        <source>One of seven planes dies</source>
        <translation>七个平面坏一个</translation>
    </message>
    <message>
        <source>the same, with plane 3 cut</source>
        <translation>同上，但平面 3 断开</translation>
    </message>
    <message>
        <source>DeepSeek-R1 answers</source>
        <translation>DeepSeek-R1 回答</translation>
    </message>
    <message>
        <source>decode on 160 NPUs, 96 requests each</source>
        <translation>在 160 个 NPU 上解码，每个 96 个请求</translation>
    </message>
    <message>
        <source>DeepSeek-R1 reads</source>
        <translation>DeepSeek-R1 阅读</translation>
    </message>
    <message>
        <source>prompts of 4,096 tokens on 16 NPUs</source>
        <translation>在 16 个 NPU 上处理 4,096 token 的提示</translation>
    </message>
    <message>
        <source>A service under load</source>
        <translation>负载下的服务</translation>
    </message>
    <message>
        <source>60 requests a second, prefill and decode</source>
        <translation>每秒 60 个请求，预填充与解码</translation>
    </message>
    <message>
        <source>All-reduce</source>
        <translation>全归约</translation>
    </message>
    <message>
        <source>512 MiB summed over all dies</source>
        <translation>所有裸片对 512 MiB 求和</translation>
    </message>
    <message>
        <source>All-gather</source>
        <translation>全收集</translation>
    </message>
    <message>
        <source>64 MiB put together on every die</source>
        <translation>每个裸片拼成 64 MiB</translation>
    </message>
    <message>
        <source>Broadcast</source>
        <translation>广播</translation>
    </message>
    <message>
        <source>64 MiB from one die to all</source>
        <translation>一个裸片把 64 MiB 发给所有</translation>
    </message>
    <message>
        <source>Expert dispatch</source>
        <translation>专家分发</translation>
    </message>
    <message>
        <source>tokens go to 256 experts</source>
        <translation>token 送往 256 个专家</translation>
    </message>
    <message>
        <source>Expert combine</source>
        <translation>专家合并</translation>
    </message>
    <message>
        <source>and come back as BF16</source>
        <translation>并以 BF16 返回</translation>
    </message>
    <message>
        <source>Cache transfer</source>
        <translation>缓存传输</translation>
    </message>
    <message>
        <source>256 MiB from each of 32 dies to 320</source>
        <translation>32 个裸片各 256 MiB 传给 320 个</translation>
    </message>
    <message>
        <source>Permutation</source>
        <translation>置换</translation>
    </message>
    <message>
        <source>each die sends to one other</source>
        <translation>每个裸片发给另一个</translation>
    </message>
    <message>
        <source>Incast</source>
        <translation>多对一</translation>
    </message>
    <message>
        <source>767 dies send to one</source>
        <translation>767 个裸片发给一个</translation>
    </message>
    <message>
        <source>Hot spot</source>
        <translation>热点</translation>
    </message>
    <message>
        <source>a tenth of all bytes goes to one die</source>
        <translation>十分之一的字节流向一个裸片</translation>
    </message>
    <message>
        <source>One pair</source>
        <translation>一对</translation>
    </message>
    <message>
        <source>one die reads 1 MiB of another</source>
        <translation>一个裸片读另一个的 1 MiB</translation>
    </message>
    <message>
        <source>Three drawn flows</source>
        <translation>三条手绘数据流</translation>
    </message>
    <message>
        <source>two share a receiver, one takes RDMA</source>
        <translation>两条共用接收者，一条走 RDMA</translation>
    </message>
    <message>
        <source>BF16 dense</source>
        <translation>BF16 稠密算力</translation>
    </message>
    <message>
        <source>HBM capacity</source>
        <translation>HBM 容量</translation>
    </message>
    <message>
        <source>HBM bandwidth</source>
        <translation>HBM 带宽</translation>
    </message>
    <message>
        <source>Typical power</source>
        <translation>典型功耗</translation>
    </message>
    <message>
        <source>same bytes in all</source>
        <translation>总字节相同</translation>
    </message>
    <message>
        <source>same bytes a chip</source>
        <translation>每芯片字节相同</translation>
    </message>
    <message>
        <source>whole system</source>
        <translation>整个系统</translation>
    </message>
    <message>
        <source>one chip</source>
        <translation>一个芯片</translation>
    </message>
    <message>
        <source> · less wins</source>
        <translation> · 越小越好</translation>
    </message>
    <message>
        <source>not all pairs are joined</source>
        <translation>并非所有对都连通</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>尚无可比较</translation>
    </message>
    <message>
        <source>published</source>
        <translation>公布</translation>
    </message>
    <message>
        <source>%1× %2/%3</source>
        <translation>%1× %2/%3</translation>
    </message>
    <message>
        <source>one box</source>
        <translation>一个交换箱</translation>
    </message>
    <message>
        <source>plane %1</source>
        <translation>平面 %1</translation>
    </message>
    <message>
        <source>%1 is down because %2 is down. It carries nothing until %2 is restored.</source>
        <translation>%1 停止，因为 %2 停止。%2 恢复前它不承载任何数据。</translation>
    </message>
    <message>
        <source>%1 is down, and with it everything in it. Traffic takes the links that are left; what has none left is not delivered.</source>
        <translation>%1 停止，其中的一切也随之停止。流量走剩余的链路；没有剩余链路者无法送达。</translation>
    </message>
    <message>
        <source>%1 of its %2 links are down, so %3 has %4 of its %5.</source>
        <translation>其 %2 条链路中 %1 条断开，因此 %3 只有 %5 中的 %4。</translation>
    </message>
    <message>
        <source>%1 is slowed to %2 of its %3.</source>
        <translation>%1 降速到 %3 的 %2。</translation>
    </message>
    <message>
        <source>Why is it down?</source>
        <translation>为什么停止？</translation>
    </message>
    <message>
        <source>Why is it slower?</source>
        <translation>为什么变慢？</translation>
    </message>
    <message>
        <source>Why not faster?</source>
        <translation>为什么不更快？</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 is the sum of the payload rates over the links at its border, for the whole system over the links of its endpoints; %2 is what those links can carry after failures. In it and at its border %3 of %4 links are up. The protocol&apos;s share is not counted as payload.</source>
        <translation>%1 是其边界链路上净载荷速率之和（整个系统则取其端点链路）；%2 是这些链路在故障后能承载的量。其内部及边界的 %4 条链路中 %3 条可用。协议开销不计入净载荷。</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上行</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>出</translation>
    </message>
    <message>
        <source>Sends</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下行</translation>
    </message>
    <message>
        <source>In</source>
        <translation>入</translation>
    </message>
    <message>
        <source>Receives</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Busiest link</source>
        <translation>最忙链路</translation>
    </message>
    <message>
        <source>%1 = bytes on the wire, protocol included, over what the link can carry; the largest of its %2 links, both directions.</source>
        <translation>%1 = 线上字节（含协议）除以链路能承载的量；取其 %2 条链路两个方向中的最大者。</translation>
    </message>
    <message>
        <source>Links up</source>
        <translation>可用链路</translation>
    </message>
    <message>
        <source>Counted in the wiring after the failures of this what-if: %1 links have an end in it, %2 of them are up.</source>
        <translation>按本假设故障后的接线统计：%1 条链路的一端在其中，其中 %2 条可用。</translation>
    </message>
    <message>
        <source>Fail %1</source>
        <translation>使%1故障</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>恢复%1</translation>
    </message>
    <message>
        <source>It is written there as %1.</source>
        <translation>原文写作 %1。</translation>
    </message>
    <message>
        <source>8-bit dense</source>
        <translation>8 位稠密算力</translation>
    </message>
    <message>
        <source>4-bit dense</source>
        <translation>4 位稠密算力</translation>
    </message>
    <message>
        <source>HBM</source>
        <translation>HBM</translation>
    </message>
    <message>
        <source>Supernodes</source>
        <translation>超节点</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链路</translation>
    </message>
    <message>
        <source>Maximum power</source>
        <translation>最大功耗</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Links per %1</source>
        <translation>每 %1 链路数</translation>
    </message>
    <message>
        <source>Rack height</source>
        <translation>机柜高</translation>
    </message>
    <message>
        <source>Rack width</source>
        <translation>机柜宽</translation>
    </message>
    <message>
        <source>On the package</source>
        <translation>封装内</translation>
    </message>
    <message>
        <source>Read reaches</source>
        <translation>读可达</translation>
    </message>
    <message>
        <source>Write reaches</source>
        <translation>写可达</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>时延</translation>
    </message>
    <message>
        <source>Fabric per CPU</source>
        <translation>每 CPU 网络带宽</translation>
    </message>
    <message>
        <source>Links per cable</source>
        <translation>每线缆链路数</translation>
    </message>
    <message>
        <source>Modules per cable</source>
        <translation>每线缆光模块数</translation>
    </message>
    <message>
        <source>Switch latency</source>
        <translation>交换时延</translation>
    </message>
    <message>
        <source>asked here</source>
        <translation>此处设定</translation>
    </message>
    <message>
        <source>What moves it: being worked out …</source>
        <translation>什么影响它：正在计算…</translation>
    </message>
    <message>
        <source>No input moves it.</source>
        <translation>没有输入影响它。</translation>
    </message>
    <message>
        <source>1 % more of an input moves it by</source>
        <translation>某输入增加 1 % 时它的变化</translation>
    </message>
    <message>
        <source>%1 set to %2</source>
        <translation>%1 设为 %2</translation>
    </message>
    <message>
        <source>%1 %2 to %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>%1 × %2 · %3</source>
        <translation>%1 × %2 · %3</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 故障</translation>
    </message>
    <message>
        <source>%1 slowed to %2</source>
        <translation>%1 降速到 %2</translation>
    </message>
    <message>
        <source>%1 restored</source>
        <translation>%1 已恢复</translation>
    </message>
    <message>
        <source>points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>= baseline</source>
        <translation>= 基线</translation>
    </message>
    <message>
        <source>%1 vs. baseline</source>
        <translation>%1（对基线）</translation>
    </message>
    <message>
        <source>Use of %1 planes</source>
        <translation>%1 个平面的占用</translation>
    </message>
    <message>
        <source>Use of links up</source>
        <translation>可用链路的占用</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>all %1 %2</source>
        <translation>全部 %1 %2</translation>
    </message>
    <message>
        <source>%1, %2 each</source>
        <translation>%1，各 %2</translation>
    </message>
    <message>
        <source>%1 each, seed %2</source>
        <translation>各 %1，种子 %2</translation>
    </message>
    <message>
        <source>%1 each to %2</source>
        <translation>各 %1 到 %2</translation>
    </message>
    <message>
        <source>one %1</source>
        <translation>一个 %1</translation>
    </message>
    <message>
        <source>%1 each, %2 to one %3</source>
        <translation>各 %1，%2 到一个%3</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>读</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>写</translation>
    </message>
    <message>
        <source>sends</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>one %1 %2 %3</source>
        <translation>一个%1 %2 %3</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>%1, %2 tokens each, %3</source>
        <translation>%1，各 %2 token，%3</translation>
    </message>
    <message>
        <source>%1 each, %2 to %3 %4s</source>
        <translation>各 %1，%2 到 %3 个%4</translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation>批 %1</translation>
    </message>
    <message>
        <source>full batch</source>
        <translation>满批</translation>
    </message>
    <message>
        <source>%1, %2, prompts of %3</source>
        <translation>%1，%2，提示 %3</translation>
    </message>
    <message>
        <source>%1, %2 requests/s</source>
        <translation>%1，%2 请求/秒</translation>
    </message>
    <message>
        <source>Training step</source>
        <translation>训练步</translation>
    </message>
    <message>
        <source>Llama 3 405B learns</source>
        <translation>训练 Llama 3 405B</translation>
    </message>
    <message>
        <source>tensor, pipeline and data ranks on 384 NPUs</source>
        <translation>384 个 NPU 上的张量、流水线和数据并行</translation>
    </message>
    <message>
        <source>DeepSeek-V3 learns</source>
        <translation>训练 DeepSeek-V3</translation>
    </message>
    <message>
        <source>its experts spread over 32 dies</source>
        <translation>专家分布在 32 个裸片上</translation>
    </message>
    <message>
        <source>%1, %2, TP %3, PP %4</source>
        <translation>%1，%2，TP %3，PP %4</translation>
    </message>
    <message>
        <source>%1 flows drawn by hand</source>
        <translation>%1 条手绘数据流</translation>
    </message>
    <message>
        <source>data sheet only</source>
        <translation>仅数据表</translation>
    </message>
    <message>
        <source>Collectives</source>
        <translation>集合通信</translation>
    </message>
    <message>
        <source>Experts and caches</source>
        <translation>专家与缓存</translation>
    </message>
    <message>
        <source>Language models</source>
        <translation>语言模型</translation>
    </message>
    <message>
        <source>Moving data</source>
        <translation>搬运数据</translation>
    </message>
    <message>
        <source>All-to-all</source>
        <translation>全互换</translation>
    </message>
    <message>
        <source>Point to point</source>
        <translation>点对点</translation>
    </message>
    <message>
        <source>Reduce-scatter</source>
        <translation>归约散射</translation>
    </message>
    <message>
        <source>Decode</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>Prefill</source>
        <translation>预填充</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>推理服务</translation>
    </message>
    <message>
        <source>Nobody published how fast %1 does this.</source>
        <translation>没有人公布 %1 做这件事有多快。</translation>
    </message>
    <message>
        <source>The CPUs of %1 are not on this network.</source>
        <translation>%1 的 CPU 不在此网络上。</translation>
    </message>
    <message>
        <source>%1 has no such network.</source>
        <translation>%1 没有这样的网络。</translation>
    </message>
    <message>
        <source>vendor</source>
        <translation>厂商</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>analyst</source>
        <translation>分析师</translation>
    </message>
    <message>
        <source>press</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>推算</translation>
    </message>
    <message>
        <source>fitted</source>
        <translation>拟合</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>modelled</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The maker of the machine says so.</source>
        <translation>机器制造商如此声明。</translation>
    </message>
    <message>
        <source>A paper or technical report says so.</source>
        <translation>论文或技术报告如此记载。</translation>
    </message>
    <message>
        <source>Somebody measured it on the machine.</source>
        <translation>有人在机器上实测。</translation>
    </message>
    <message>
        <source>An analyst estimates it.</source>
        <translation>分析师估计。</translation>
    </message>
    <message>
        <source>The press reports it.</source>
        <translation>媒体报道。</translation>
    </message>
    <message>
        <source>Computed from published numbers.</source>
        <translation>由公布的数字计算。</translation>
    </message>
    <message>
        <source>A constant of the model, adjusted to published results.</source>
        <translation>模型常数，按公布结果调整。</translation>
    </message>
    <message>
        <source>Nobody published it: an assumption, or a value typed in here.</source>
        <translation>无人公布：一个假设，或在此输入的值。</translation>
    </message>
    <message>
        <source>The model computes it for this instant.</source>
        <translation>模型为此刻计算。</translation>
    </message>
    <message>
        <source>plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>rack %1</source>
        <translation>机柜 %1</translation>
    </message>
    <message>
        <source>second-tier chips</source>
        <translation>二级交换芯片</translation>
    </message>
    <message>
        <source>switch chips</source>
        <translation>交换芯片</translation>
    </message>
    <message>
        <source>%1 switch chips = %1 paths of %2 hops</source>
        <translation>%1 个交换芯片 = %1 条 %2 跳路径</translation>
    </message>
    <message>
        <source>%1 planes = %1 paths of 2 hops, inside the node</source>
        <translation>%1 个平面 = 节点内 %1 条 2 跳路径</translation>
    </message>
    <message>
        <source>%1 planes × %2 second-tier chips = %3 paths of 4 hops</source>
        <translation>%1 个平面 × %2 个二级芯片 = %3 条 4 跳路径</translation>
    </message>
    <message>
        <source>%1 paths of %2 hops in %3 planes</source>
        <translation>%3 个平面中 %1 条 %2 跳路径</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>No path joins them.</source>
        <translation>没有路径连通它们。</translation>
    </message>
    <message>
        <source>%1 alone, one direction: all paths are whole</source>
        <translation>单独 %1，单向：所有路径完好</translation>
    </message>
    <message>
        <source>%1 alone, one direction (%2 with all %3 paths)</source>
        <translation>单独 %1，单向（%3 条路径齐全时为 %2）</translation>
    </message>
    <message>
        <source>Latency of a small read: %1</source>
        <translation>小块读时延：%1</translation>
    </message>
    <message>
        <source>Losing one more path costs them %1 of it</source>
        <translation>再失去一条路径会损失其中的 %1</translation>
    </message>
    <message>
        <source>It is down: nothing passes.</source>
        <translation>已停止：无法通过。</translation>
    </message>
    <message>
        <source>Up %1 of %2</source>
        <translation>上行 %1 / %2</translation>
    </message>
    <message>
        <source>Sends %1 of %2</source>
        <translation>发送 %1 / %2</translation>
    </message>
    <message>
        <source>Down %1 of %2</source>
        <translation>下行 %1 / %2</translation>
    </message>
    <message>
        <source>Receives %1 of %2</source>
        <translation>接收 %1 / %2</translation>
    </message>
    <message>
        <source>%1 of its %2 links are up</source>
        <translation>其 %2 条链路中 %1 条可用</translation>
    </message>
    <message>
        <source>A plane carries 1/%1 of what is spread evenly</source>
        <translation>均摊时一个平面承载 1/%1</translation>
    </message>
    <message>
        <source>To another node: each plane × each of its %1 second-tier chips is a path of 4 hops</source>
        <translation>到另一节点：每个平面 × 其 %1 个二级芯片各是一条 4 跳路径</translation>
    </message>
    <message>
        <source>How to read it</source>
        <translation>如何读图</translation>
    </message>
    <message>
        <source>Every %1 reaches every plane.</source>
        <translation>每个%1都到达每个平面。</translation>
    </message>
    <message>
        <source>Outside: %1, by %2 and rack</source>
        <translation>外圈：%1，按%2与机柜</translation>
    </message>
    <message>
        <source>Dots on the spokes: first-tier chips</source>
        <translation>辐条上的点：一级交换芯片</translation>
    </message>
    <message>
        <source>Rings: planes, 1 outermost; segments: second-tier chips</source>
        <translation>环：平面，1 在最外；段：二级交换芯片</translation>
    </message>
    <message>
        <source>Innermost ring: the third tier, which joins the pods</source>
        <translation>最内环：连接各分区的第三级</translation>
    </message>
    <message>
        <source>Every %1 reaches every switch chip.</source>
        <translation>每个%1都到达每个交换芯片。</translation>
    </message>
    <message>
        <source>Outside: %1, by %2</source>
        <translation>外圈：%1，按%2</translation>
    </message>
    <message>
        <source>The ring: %1 switch chips, one tier</source>
        <translation>环：%1 个交换芯片，一级</translation>
    </message>
    <message>
        <source>%1 and %2 more failed</source>
        <translation>%1 等 %2 项故障</translation>
    </message>
    <message>
        <source>: %1 of %2 planes carry on</source>
        <translation>：%2 个平面中 %1 个继续</translation>
    </message>
    <message>
        <source>. %1 pairs are cut off</source>
        <translation>。%1 对被切断</translation>
    </message>
    <message>
        <source>%1 %2 × %3 %4</source>
        <translation>%1 %2 × %3 %4</translation>
    </message>
    <message>
        <source>%1 planes × %2 chips</source>
        <translation>%1 个平面 × %2 个芯片</translation>
    </message>
    <message>
        <source>three tiers</source>
        <translation>三级</translation>
    </message>
    <message>
        <source>two tiers</source>
        <translation>两级</translation>
    </message>
    <message>
        <source>one tier</source>
        <translation>一级</translation>
    </message>
    <message>
        <source>%1 in</source>
        <translation>注入 %1</translation>
    </message>
    <message>
        <source>/ %1</source>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>First token, half</source>
        <translation>首 token，中位</translation>
    </message>
    <message>
        <source>First token, 99 %</source>
        <translation>首 token，99 %</translation>
    </message>
    <message>
        <source>Next tokens, 99 %</source>
        <translation>后续 token，99 %</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>未比较</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. What was there stays as it was.</source>
        <translation>%1 无法写入：%2。原有内容保持不变。</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>links</source>
        <translation>链路</translation>
    </message>
    <message>
        <source>optical modules</source>
        <translation>光模块</translation>
    </message>
    <message>
        <source>optical cables</source>
        <translation>光缆</translation>
    </message>
    <message>
        <source>first-tier chips</source>
        <translation>一级交换芯片</translation>
    </message>
    <message>
        <source>third-tier chips</source>
        <translation>三级交换芯片</translation>
    </message>
    <message>
        <source>switch boxes</source>
        <translation>交换机箱</translation>
    </message>
    <message>
        <source>planes</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>dies</source>
        <translation>裸片</translation>
    </message>
    <message>
        <source>NPUs or GPUs</source>
        <translation>NPU 或 GPU</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>racks</source>
        <translation>机柜</translation>
    </message>
    <message>
        <source>The beginning</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>%1 as it was</source>
        <translation>%1 恢复原状</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>%1 better: %2</source>
        <translation>改善 %1：%2</translation>
    </message>
    <message>
        <source>All-reduce 512 MiB</source>
        <translation>全归约 512 MiB</translation>
    </message>
    <message>
        <source>bus bandwidth of a rank</source>
        <translation>每个 rank 的总线带宽</translation>
    </message>
    <message>
        <source>Energy per token</source>
        <translation>每 token 能耗</translation>
    </message>
    <message>
        <source>of that decode</source>
        <translation>对应该解码</translation>
    </message>
    <message>
        <source>Time of this work</source>
        <translation>本任务用时</translation>
    </message>
    <message>
        <source>one kW of full load</source>
        <translation>每千瓦满载功率</translation>
    </message>
    <message>
        <source>one rack, switches&apos; racks too</source>
        <translation>每机柜，含交换机柜</translation>
    </message>
    <message>
        <source>a million dollars</source>
        <translation>每百万美元</translation>
    </message>
    <message>
        <source>at the power of %1</source>
        <translation>与 %1 同功率</translation>
    </message>
    <message>
        <source>per chip</source>
        <translation>每芯片</translation>
    </message>
    <message>
        <source>per kW</source>
        <translation>每千瓦</translation>
    </message>
    <message>
        <source>per rack</source>
        <translation>每机柜</translation>
    </message>
    <message>
        <source>per dollar</source>
        <translation>每美元</translation>
    </message>
    <message>
        <source>equal power</source>
        <translation>同等功率</translation>
    </message>
    <message>
        <source>per system</source>
        <translation>整机</translation>
    </message>
    <message>
        <source>%1 leads %2</source>
        <translation>%2口径下 %1 领先</translation>
    </message>
    <message>
        <source>%1 ±%2 %</source>
        <translation>%1 ±%2 %</translation>
    </message>
    <message>
        <source>In the mean of &quot;%1&quot;: %2 there, %3 back</source>
        <translation>“%1”期间平均：去 %2，回 %3</translation>
    </message>
    <message>
        <source>this machine has no &quot;%1&quot;</source>
        <translation>本机没有“%1”</translation>
    </message>
    <message>
        <source>ask for %1</source>
        <translation>可以查找 %1</translation>
    </message>
    <message>
        <source>nothing is asked for</source>
        <translation>没有输入内容</translation>
    </message>
    <message>
        <source>type a name or a condition: node 18, links &gt; 90 %, failed</source>
        <translation>输入名称或条件：node 18、links &gt; 90 %、failed</translation>
    </message>
    <message>
        <source>%1 % is more than all</source>
        <translation>%1 % 超过了全部</translation>
    </message>
    <message>
        <source>give 0 to 100 %</source>
        <translation>请输入 0 到 100 %</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>slowed</source>
        <translation>已降速</translation>
    </message>
    <message>
        <source>parts</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>%1 above %2</source>
        <translation>高于 %2 的%1</translation>
    </message>
    <message>
        <source>%1 from %2 on</source>
        <translation>不低于 %2 的%1</translation>
    </message>
    <message>
        <source>%1 below %2</source>
        <translation>低于 %2 的%1</translation>
    </message>
    <message>
        <source>%1 up to %2</source>
        <translation>不高于 %2 的%1</translation>
    </message>
    <message>
        <source>%1 that failed</source>
        <translation>已失效的%1</translation>
    </message>
    <message>
        <source>%1 that are slowed</source>
        <translation>已降速的%1</translation>
    </message>
    <message>
        <source>It is %1.</source>
        <translation>它是 %1。</translation>
    </message>
    <message>
        <source>%1, sum</source>
        <translation>%1，总和</translation>
    </message>
    <message>
        <source>Over all that are selected; what one of them sends to another counts at both.</source>
        <translation>对所有选中者求和；彼此之间的发送在两端各计一次。</translation>
    </message>
    <message>
        <source>%1, mean</source>
        <translation>%1，平均</translation>
    </message>
    <message>
        <source>%1 over %2.</source>
        <translation>%1 除以 %2。</translation>
    </message>
    <message>
        <source>%1, least</source>
        <translation>%1，最小</translation>
    </message>
    <message>
        <source>%1, most</source>
        <translation>%1，最大</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>已选 %1 个</translation>
    </message>
    <message>
        <source>%1 down</source>
        <translation>%1 个停用</translation>
    </message>
    <message>
        <source>Busiest link, mean</source>
        <translation>最忙链路，平均</translation>
    </message>
    <message>
        <source>Of each its busiest link, the mean of them.</source>
        <translation>各自最忙链路的平均值。</translation>
    </message>
    <message>
        <source>Busiest link, least</source>
        <translation>最忙链路，最小</translation>
    </message>
    <message>
        <source>Busiest link, most</source>
        <translation>最忙链路，最大</translation>
    </message>
    <message>
        <source>FLOP for each byte of HBM →</source>
        <translation>每字节 HBM 的 FLOP →</translation>
    </message>
    <message>
        <source>TFLOP/s of one %1</source>
        <translation>单个%1的 TFLOP/s</translation>
    </message>
    <message>
        <source>bytes sent in one exchange →</source>
        <translation>一次交换发送的字节 →</translation>
    </message>
    <message>
        <source>GB/s of one %1</source>
        <translation>单个%1的 GB/s</translation>
    </message>
    <message>
        <source>%1 %2 (%3 before)</source>
        <translation>%1 %2（之前 %3）</translation>
    </message>
    <message>
        <source>matrix units</source>
        <translation>矩阵单元</translation>
    </message>
    <message>
        <source>the run</source>
        <translation>整个运行</translation>
    </message>
    <message>
        <source>a pass</source>
        <translation>一次前向</translation>
    </message>
    <message>
        <source>%1 for each %2 (%3)</source>
        <translation>每%2 %1（%3）</translation>
    </message>
    <message>
        <source>BF16</source>
        <translation>BF16</translation>
    </message>
    <message>
        <source>8 bit</source>
        <translation>8 位</translation>
    </message>
    <message>
        <source>4 bit</source>
        <translation>4 位</translation>
    </message>
    <message>
        <source>%1 links, %2</source>
        <translation>%1 链路，%2</translation>
    </message>
    <message>
        <source>link</source>
        <translation>链路</translation>
    </message>
    <message>
        <source>start-up</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>No work is asked for: these are the roofs of one %1.</source>
        <translation>没有任务：这是单个%1的屋顶线。</translation>
    </message>
    <message>
        <source>Nothing is computed here: only the roof of the links counts.</source>
        <translation>这里不做计算：只有链路的屋顶起作用。</translation>
    </message>
    <message>
        <source>%1 is held by %2.</source>
        <translation>%1 受限于%2。</translation>
    </message>
    <message>
        <source>%1: %2 FLOP for each byte of HBM, %3 on one %4: %5 of the roof of %6. %7 of the time; held by %8.</source>
        <translation>%1：每字节 HBM %2 FLOP，单个%4上 %3：为 %6 屋顶的 %5。占时间 %7；受限于%8。</translation>
    </message>
    <message>
        <source>Roof %1: %2 of one %3. From %4.</source>
        <translation>屋顶 %1：单个%3为 %2。来自 %4。</translation>
    </message>
    <message>
        <source>%1 before this what-if.</source>
        <translation>假设之前的 %1。</translation>
    </message>
    <message>
        <source>Fail all %1</source>
        <translation>使这 %1 个失效</translation>
    </message>
    <message>
        <source>Restore all %1</source>
        <translation>恢复这 %1 个</translation>
    </message>
    <message>
        <source>64 ranks, 128 tokens</source>
        <translation>64 个 rank，各 128 token</translation>
    </message>
    <message>
        <source>DeepSeek-R1, 50 ms a token</source>
        <translation>DeepSeek-R1，每 token 50 ms</translation>
    </message>
    <message>
        <source>DeepSeek-R1, 4,096 tokens</source>
        <translation>DeepSeek-R1，4,096 token</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, start-up included</source>
        <translation>%1（含启动）</translation>
    </message>
    <message>
        <source>%1: one %2 sends %3 in one exchange and gets %4: %5 of the roof of %6. %7 of the time; held by %8.</source>
        <translation>%1：一个%2每次交换发送 %3，达到 %4：%6屋顶的 %5。占时间 %7；受限于%8。</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>不成立</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>无数字</translation>
    </message>
    <message>
        <source>cannot be counted</source>
        <translation>无法核算</translation>
    </message>
    <message>
        <source>said in favour of CloudMatrix 384</source>
        <translation>有利于 CloudMatrix 384 的说法</translation>
    </message>
    <message>
        <source>said against CloudMatrix 384</source>
        <translation>不利于 CloudMatrix 384 的说法</translation>
    </message>
    <message>
        <source>cuts both ways</source>
        <translation>两面之词</translation>
    </message>
    <message>
        <source> · turned round</source>
        <translation> · 换算后相反</translation>
    </message>
    <message>
        <source> · level a chip</source>
        <translation> · 单芯片持平</translation>
    </message>
    <message>
        <source>Said in: %1</source>
        <translation>出处：%1</translation>
    </message>
    <message>
        <source>%1 of %2 claims hold, %3 only as they were counted, %4 do not; %5 cannot be counted</source>
        <translation>%2 条说法中 %1 条成立，%3 条仅按其算法成立，%4 条不成立；%5 条无法核算</translation>
    </message>
    <message>
        <source>%1 has no 4-bit arithmetic</source>
        <translation>%1 没有 4 位算力</translation>
    </message>
    <message>
        <source>Scale-up bisection</source>
        <translation>超节点内对分带宽</translation>
    </message>
    <message>
        <source>not worked out for the tiers of %1</source>
        <translation>未计算 %1 的层级</translation>
    </message>
    <message>
        <source>%1 states no scale-out network</source>
        <translation>%1 未给出超节点间网络</translation>
    </message>
    <message>
        <source>Racks</source>
        <translation>机柜数</translation>
    </message>
    <message>
        <source>no size of a rack is published for %1</source>
        <translation>%1 的机柜尺寸未公布</translation>
    </message>
    <message>
        <source>no number for %1</source>
        <translation>%1 无数字</translation>
    </message>
    <message>
        <source>holds as counted</source>
        <translation>按其算法成立</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>说法</translation>
    </message>
    <message>
        <source>To make this page again</source>
        <translation>重新生成本页</translation>
    </message>
    <message>
        <source>All numbers</source>
        <translation>全部数字</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>领先</translation>
    </message>
    <message>
        <source>the folder %1 cannot be made</source>
        <translation>无法创建文件夹 %1</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>无法写入 %1</translation>
    </message>
    <message>
        <source>What a chip gives against what a user gets</source>
        <translation>每芯片产出与每用户所得</translation>
    </message>
    <message>
        <source>DeepSeek-R1, whole machine, batch doubled from point to point</source>
        <translation>DeepSeek-R1，整机，逐点批量加倍</translation>
    </message>
    <message>
        <source>tokens/s of one user</source>
        <translation>每用户 token/s</translation>
    </message>
    <message>
        <source>tokens/s of a chip</source>
        <translation>每芯片 token/s</translation>
    </message>
    <message>
        <source>Scaling from 8 chips to the whole machine</source>
        <translation>从 8 个芯片扩展到整机</translation>
    </message>
    <message>
        <source>DeepSeek-R1, %1 requests a chip; level is perfect scaling</source>
        <translation>DeepSeek-R1，每芯片 %1 个请求；水平即理想扩展</translation>
    </message>
    <message>
        <source>chips</source>
        <translation>芯片</translation>
    </message>
    <message>
        <source>Time against message size</source>
        <translation>时间与消息大小</translation>
    </message>
    <message>
        <source>%1 among all ranks of each machine</source>
        <translation>%1，每台机器的全部 rank</translation>
    </message>
    <message>
        <source>%1 of %2 MiB a rank</source>
        <translation>%1，每 rank %2 MiB</translation>
    </message>
    <message>
        <source>Scale-up rate</source>
        <translation>超节点内带宽</translation>
    </message>
    <message>
        <source>Scale-out rate</source>
        <translation>超节点间带宽</translation>
    </message>
    <message>
        <source>What fails</source>
        <translation>哪些部件失效</translation>
    </message>
    <message>
        <source>Parts, joined by +, or a draw: plane 3 + node 7, random 8 modules</source>
        <translation>用 + 连接的部件，或随机抽取：plane 3 + node 7、random 8 modules</translation>
    </message>
    <message>
        <source>How a transfer picks its way through the planes</source>
        <translation>传输如何在各平面间选路</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>The same work on another machine</source>
        <translation>同样的工作换一台机器</translation>
    </message>
    <message>
        <source>dispatch</source>
        <translation>分发</translation>
    </message>
    <message>
        <source>combine</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source> and </source>
        <translation>与</translation>
    </message>
    <message>
        <source>same buffer of a rank</source>
        <translation>每 rank 缓冲区相同</translation>
    </message>
    <message>
        <source>same bytes</source>
        <translation>字节数相同</translation>
    </message>
    <message>
        <source>as it was asked</source>
        <translation>按所提的要求</translation>
    </message>
    <message>
        <source>This work: %1</source>
        <translation>此任务：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>%1 leads on %2 of %3</source>
        <translation>%1 在 %3 项中的 %2 项领先</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 领先 %2 项</translation>
    </message>
    <message>
        <source>%1 of the whole machine: &lt;b&gt;%2&lt;/b&gt;</source>
        <translation>整机的%1：&lt;b&gt;%2&lt;/b&gt;</translation>
    </message>
    <message>
        <source>nothing was drawn</source>
        <translation>什么也没有画出</translation>
    </message>
    <message>
        <source>drag from a die, a chip, a node or a rack to another</source>
        <translation>请从一个裸片、芯片、节点或机柜拖到另一个</translation>
    </message>
    <message>
        <source>a die sends nothing to itself</source>
        <translation>裸片不会给自己发送数据</translation>
    </message>
    <message>
        <source>end the stroke at another part</source>
        <translation>请在另一个部件上结束</translation>
    </message>
    <message>
        <source>these are more than 4,096 flows</source>
        <translation>流的数量超过 4,096</translation>
    </message>
    <message>
        <source>draw fewer, or write them into a file</source>
        <translation>请少画一些，或写进文件</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等 %2 项</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
    <message>
        <source>Both move %1 from one end to another.</source>
        <translation>两者都把 %1 从一端送到另一端。</translation>
    </message>
    <message>
        <source>Each rank of both machines holds %1.</source>
        <translation>两台机器的每个 rank 各持有 %1。</translation>
    </message>
    <message>
        <source>Each chip of both machines holds and moves %1.</source>
        <translation>两台机器的每个芯片各存放并搬运 %1。</translation>
    </message>
    <message>
        <source>Both are asked the same.</source>
        <translation>两台机器的要求相同。</translation>
    </message>
    <message>
        <source>Both machines hold and move %1 in all.</source>
        <translation>两台机器总共各存放并搬运 %1。</translation>
    </message>
    <message>
        <source>%1 requests a chip</source>
        <translation>每芯片 %1 个请求</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>token/s</translation>
    </message>
    <message>
        <source>bytes of a rank</source>
        <translation>每 rank 字节数</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>throughput of an all-to-all, % of the whole machine</source>
        <translation>全互换吞吐量，占完好机器的百分比</translation>
    </message>
    <message>
        <source>Planes failed, one after the other</source>
        <translation>平面依次失效</translation>
    </message>
    <message>
        <source>with one tier each switch chip is a plane of its own</source>
        <translation>单层结构中，每个交换芯片自成一个平面</translation>
    </message>
    <message>
        <source>planes failed</source>
        <translation>失效平面数</translation>
    </message>
    <message>
        <source>%1 failed at random</source>
        <translation>%1随机故障</translation>
    </message>
    <message>
        <source>solid: median, dashed: worst of %1 draws; nothing where pairs are cut off</source>
        <translation>实线：中位数；虚线：%1 次抽取中最差的一次；有 rank 对被切断即记为零</translation>
    </message>
    <message>
        <source>share that failed</source>
        <translation>失效比例</translation>
    </message>
    <message>
        <source>%1 worst</source>
        <translation>%1 最差</translation>
    </message>
    <message>
        <source>; none in %1</source>
        <translation>；%1 没有这种部件</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Save as a picture (PNG)</source>
        <translation>保存为图片（PNG）</translation>
    </message>
    <message>
        <source>Save as vectors (SVG)</source>
        <translation>保存为矢量图（SVG）</translation>
    </message>
    <message>
        <source>Save the numbers (CSV)</source>
        <translation>保存数据（CSV）</translation>
    </message>
    <message>
        <source>as built</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>The same work on each: %1.</source>
        <translation>各机器任务相同：%1。</translation>
    </message>
    <message>
        <source>All move %1 from one end to another.</source>
        <translation>各机器都把 %1 从一端传到另一端。</translation>
    </message>
    <message>
        <source>Each rank of all machines holds %1.</source>
        <translation>各机器的每个 rank 持有 %1。</translation>
    </message>
    <message>
        <source>Each chip of all machines holds and moves %1.</source>
        <translation>各机器的每个芯片持有并传输 %1。</translation>
    </message>
    <message>
        <source>All are asked the same.</source>
        <translation>各机器的任务相同。</translation>
    </message>
    <message>
        <source>Each machine holds and moves %1 in all.</source>
        <translation>每台机器共持有并传输 %1。</translation>
    </message>
    <message>
        <source>%1 leave over the %2, outside the chips</source>
        <translation>%1 经 %2 离开，位于芯片外圈</translation>
    </message>
    <message>
        <source>Dispatch + combine</source>
        <translation>分发与合并</translation>
    </message>
    <message>
        <source>Floor area</source>
        <translation>机柜占地</translation>
    </message>
    <message>
        <source>read of 512 B, another node</source>
        <translation>读取 512 B，另一节点</translation>
    </message>
    <message>
        <source>Serving goodput</source>
        <translation>服务有效吞吐</translation>
    </message>
    <message>
        <source>90 % in 4 s, then 50 ms a token</source>
        <translation>90 % 在 4 s 内，其后每 token 50 ms</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Llama 3 70B, BF16</source>
        <translation>Llama 3 70B，BF16</translation>
    </message>
    <message>
        <source>at the price of %1</source>
        <translation>与 %1 同价</translation>
    </message>
    <message>
        <source>equal price</source>
        <translation>同等价格</translation>
    </message>
    <message>
        <source>no latency is published for %1</source>
        <translation>%1 未公布时延</translation>
    </message>
    <message>
        <source>serving takes a prefill instance of 8 chips and a decode instance of 32 at least</source>
        <translation>服务至少需要一个 8 芯片的预填充实例和一个 32 芯片的解码实例</translation>
    </message>
    <message>
        <source>too many requests miss the limits at any rate of arrivals</source>
        <translation>任何到达率下都有过多请求超出限值</translation>
    </message>
    <message>
        <source>Bandwidth in one direction, decimal; arithmetic dense. Outlined bars: published; solid bars: modelled or derived; line with caps: where documents disagree; ±: largest error on published results.</source>
        <translation>带宽为单向、十进制；算力为稠密。空心条：已公布；实心条：模型或推导；带端线段：各文献说法不一；±：对已公布结果的最大误差。</translation>
    </message>
    <message>
        <source>Other documents</source>
        <translation>其他文献</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>As a picture, as vectors, or as numbers</source>
        <translation>存为图片、矢量图或数字</translation>
    </message>
    <message>
        <source>%1 is too large for what follows %2</source>
        <translation>%1 太大，%2 之后放不下</translation>
    </message>
    <message>
        <source>%1 would stand on its own place</source>
        <translation>%1 会落在自己的位置上</translation>
    </message>
    <message>
        <source>drop it on %1</source>
        <translation>请放到 %1 上</translation>
    </message>
    <message>
        <source>give the work fewer chips first: it stands on too many to move</source>
        <translation>请先减少芯片数：占用太多，无处可移</translation>
    </message>
    <message>
        <source>nothing can be placed there</source>
        <translation>那里不能放置</translation>
    </message>
    <message>
        <source>drop it on a node, a rack or a chip</source>
        <translation>请放到节点、机柜或芯片上</translation>
    </message>
    <message>
        <source>nothing is placed there</source>
        <translation>那里没有放置任何工作</translation>
    </message>
    <message>
        <source>begin on a node</source>
        <translation>请从一个节点开始</translation>
    </message>
    <message>
        <source>no group stands there</source>
        <translation>那里没有任何组</translation>
    </message>
    <message>
        <source>begin on a coloured band</source>
        <translation>请从彩色条带开始</translation>
    </message>
    <message>
        <source>no expert stands there</source>
        <translation>那里没有专家</translation>
    </message>
    <message>
        <source>begin on a die that takes part</source>
        <translation>请从参与的裸片开始</translation>
    </message>
    <message>
        <source>every die holds it already</source>
        <translation>每个裸片上都已有它</translation>
    </message>
    <message>
        <source>expert %1 stands on every die</source>
        <translation>专家 %1 已在每个裸片上</translation>
    </message>
    <message>
        <source>copy another</source>
        <translation>请复制另一个</translation>
    </message>
    <message>
        <source>that is no die that takes part</source>
        <translation>那不是参与的裸片</translation>
    </message>
    <message>
        <source>expert %1 stands on %2 already</source>
        <translation>专家 %1 已在 %2 上</translation>
    </message>
    <message>
        <source>this work has no experts to copy</source>
        <translation>此工作没有可复制的专家</translation>
    </message>
    <message>
        <source>choose a model with experts</source>
        <translation>请选择带专家的模型</translation>
    </message>
    <message>
        <source>HBM stacks</source>
        <translation>HBM 堆叠</translation>
    </message>
    <message>
        <source>%1 is down. Its die goes on with the other stacks: with less memory, at a lower rate.</source>
        <translation>%1 已失效。其裸片靠其余堆叠继续工作：内存更少，速率更低。</translation>
    </message>
    <message>
        <source>%1 is down because none of its stacks of memory is left. Restore one of them.</source>
        <translation>%1 已失效，因为它的内存堆叠全部失效。请恢复其中之一。</translation>
    </message>
    <message>
        <source>%1 has %2 of its memory at %3 of the rate.</source>
        <translation>%1 剩下 %2 的内存，速率为原来的 %3。</translation>
    </message>
    <message>
        <source>All that work with it wait for it.</source>
        <translation>与它一起工作的都在等它。</translation>
    </message>
    <message>
        <source>%1 gets %2 times the mean number of tokens.</source>
        <translation>%1 收到的 token 是平均值的 %2 倍。</translation>
    </message>
    <message>
        <source>It is the hottest and sets the pace; a copy of its expert elsewhere takes tokens off it.</source>
        <translation>它最热，决定了整体节奏；在别处放一份它的专家的副本可以分走它的 token。</translation>
    </message>
    <message>
        <source>Memory runs at</source>
        <translation>内存速率</translation>
    </message>
    <message>
        <source>Links run at</source>
        <translation>链路速率</translation>
    </message>
    <message>
        <source>Copy its hottest expert</source>
        <translation>复制它最热的专家</translation>
    </message>
    <message>
        <source>One more expert on each</source>
        <translation>每个裸片多放一个专家</translation>
    </message>
    <message>
        <source>HBM of a chip</source>
        <translation>单芯片 HBM</translation>
    </message>
    <message>
        <source>HBM bandwidth of a chip</source>
        <translation>单芯片 HBM 带宽</translation>
    </message>
    <message>
        <source>Stacks of a chip</source>
        <translation>单芯片堆叠数</translation>
    </message>
    <message>
        <source>copy of an expert: %1 → %2</source>
        <translation>专家副本：%1 → %2</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>One end reads from another node; dashed: its bytes alone, no latency is published</source>
        <translation>一端从另一节点读取；虚线：未公布时延，仅计字节</translation>
    </message>
    <message>
        <source>Bandwidth against message size</source>
        <translation>带宽与消息大小</translation>
    </message>
    <message>
        <source>bandwidth</source>
        <translation>带宽</translation>
    </message>
    <message>
        <source>tokens of a rank</source>
        <translation>每个 rank 的 token 数</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>DeepSeek-R1&apos;s experts on %1 ranks</source>
        <translation>DeepSeek-R1 的专家，%1 个 rank</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>分发</translation>
    </message>
    <message>
        <source>Combine</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>专家</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>Click one for its paths; Ctrl or a long press adds a second one.</source>
        <translation>点击一个查看其路径；按住 Ctrl 点击或长按可再加一个。</translation>
    </message>
    <message>
        <source>%1 of them are as busy; this is the first.</source>
        <translation>其中 %1 条同样繁忙；这是第一条。</translation>
    </message>
</context>
<context>
    <name>supernode::BarCard</name>
    <message>
        <source>%1 in %2: %3, %4</source>
        <translation>%1（%2）：%3，%4</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source> (%1 to %2)</source>
        <translation>（%1 至 %2）</translation>
    </message>
</context>
<context>
    <name>supernode::Breadcrumbs</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
</context>
<context>
    <name>supernode::BreakPanel</name>
    <message>
        <source>How does it wane?</source>
        <translation>性能如何衰减？</translation>
    </message>
    <message>
        <source>Parts fail at random among those that still stand. The same draw fails the same parts, and one undo brings all of them back.</source>
        <translation>在仍可用的部件中随机故障。同一抽样总是同样的部件，一次撤销即可全部恢复。</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>What fails</source>
        <translation>什么发生故障</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>抽样</translation>
    </message>
    <message>
        <source>The headline with more and more of them failed: the median and the worst of five draws</source>
        <translation>故障越来越多时的主要指标：五次抽样的中位数与最差值</translation>
    </message>
    <message>
        <source>%1 still stand</source>
        <translation>尚有 %1 个可用</translation>
    </message>
    <message>
        <source>none still stands</source>
        <translation>已无可用</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Fail %1 of %2: %3</source>
        <translation>令 %2 个中的 %1 个故障：%3</translation>
    </message>
</context>
<context>
    <name>supernode::ChangeChipView</name>
    <message>
        <source>Take back: %1</source>
        <translation>撤回：%1</translation>
    </message>
</context>
<context>
    <name>supernode::ClaimRow</name>
    <message>
        <source>%1, %2: found %3, %4</source>
        <translation>%1，%2：得出 %3，%4</translation>
    </message>
</context>
<context>
    <name>supernode::ClaimsPage</name>
    <message>
        <source>Counting every claim again …</source>
        <translation>正在逐条重新核算 …</translation>
    </message>
    <message>
        <source>Scale: CloudMatrix 384 over NVL72, ¼× to 8×, the upright line is level. Ring: claimed. Dot: counted. Diamond: another count, mostly a chip against a chip. A claim holds within 5 %.</source>
        <translation>刻度：CloudMatrix 384 与 NVL72 之比，¼× 至 8×，竖线为持平。圆环：所称。圆点：核算。菱形：另一种算法，多为单芯片对比。相差 5% 以内即成立。</translation>
    </message>
</context>
<context>
    <name>supernode::CompareMode</name>
    <message>
        <source>The machines</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>The board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>说法</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Writes the comparison as a page, as PDF, and every chart as SVG, PNG and CSV</source>
        <translation>把对比写成网页和 PDF，并把每张图写成 SVG、PNG 和 CSV</translation>
    </message>
    <message>
        <source>One of the machines cannot do this work.</source>
        <translation>其中一台机器无法完成这项工作。</translation>
    </message>
    <message>
        <source>Report, charts and numbers written to %1</source>
        <translation>报告、图表和数字已写入 %1</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
</context>
<context>
    <name>supernode::ComparisonBoard</name>
    <message>
        <source>NORMALISE</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Normalise</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>outline = published · solid = ours · ├─┤ sources differ · ± known error</source>
        <translation>空心=已公布 · 实心=模型或推导 · ├─┤ 文献不一 · ± 已知误差</translation>
    </message>
</context>
<context>
    <name>supernode::Contenders</name>
    <message>
        <source>Add a machine</source>
        <translation>添加机器</translation>
    </message>
    <message>
        <source>Another system, a scenario file, or this machine as it was built</source>
        <translation>另一个系统、一个场景文件，或这台机器的原样</translation>
    </message>
    <message>
        <source>Four machines are the most that fit on the board.</source>
        <translation>看板最多容纳四台机器。</translation>
    </message>
    <message>
        <source>A machine of a scenario file</source>
        <translation>场景文件中的机器</translation>
    </message>
    <message>
        <source>Scenarios (*.json)</source>
        <translation>场景 (*.json)</translation>
    </message>
    <message>
        <source>%1 as it was built</source>
        <translation>%1（原样）</translation>
    </message>
    <message>
        <source>Of a scenario file…</source>
        <translation>来自场景文件…</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
</context>
<context>
    <name>supernode::CurveCard</name>
    <message>
        <source>Being worked out …</source>
        <translation>正在计算 …</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Scale of the lower axis</source>
        <translation>横轴刻度</translation>
    </message>
    <message>
        <source>Scale of the upright axis</source>
        <translation>纵轴刻度</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1（在 %2 处）</translation>
    </message>
    <message>
        <source>None of these machines can do it.</source>
        <translation>这些机器都做不到。</translation>
    </message>
</context>
<context>
    <name>supernode::CurvesPage</name>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Modelled; each machine with all that it has, as measured operations run. Point, touch or arrow keys read out.</source>
        <translation>模型结果；每台机器用其全部，按实测操作运行。指点、触摸或方向键读数。</translation>
    </message>
    <message>
        <source>What fails</source>
        <translation>失效部件</translation>
    </message>
</context>
<context>
    <name>supernode::DegradationCard</name>
    <message>
        <source>% of the whole machine; line: median, dots below: worst of the draws</source>
        <translation>占整机的 %；实线：中位数，点线：抽样中最差</translation>
    </message>
    <message>
        <source>%1 failed at random</source>
        <translation>%1随机故障</translation>
    </message>
    <message>
        <source>% of the whole machine</source>
        <translation>占完好机器的百分比</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>worst</source>
        <translation>最差</translation>
    </message>
</context>
<context>
    <name>supernode::ErrorRow</name>
    <message>
        <source>modelled %1, error %2, tolerance %3</source>
        <translation>模型 %1，误差 %2，容差 %3</translation>
    </message>
    <message>
        <source>not modelled</source>
        <translation>未建模</translation>
    </message>
    <message>
        <source>%1, %2: published %3, %4</source>
        <translation>%1，%2：公布值 %3，%4</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
</context>
<context>
    <name>supernode::ErrorsMode</name>
    <message>
        <source>Asking the model for every published result …</source>
        <translation>正在用模型计算每一条公布结果…</translation>
    </message>
    <message>
        <source>Open this workload</source>
        <translation>打开此负载</translation>
    </message>
    <message>
        <source>In Explore, on its machine</source>
        <translation>在“探索”中、在它的机器上打开</translation>
    </message>
    <message>
        <source>Half of %1 published results are met within %2; %3 are within their tolerance</source>
        <translation>%1 条公布结果中一半的误差在 %2 以内；%3 条在容差之内</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Median error of predictions %1, of what constants were fitted to %2. The middle of each scale is the published value, the band its tolerance; scales end at %3.</source>
        <translation>预测的中位误差为 %1，用于拟合常数者为 %2。每条刻度的中点是公布值，色带是容差；刻度止于 %3。</translation>
    </message>
    <message>
        <source>Predicted: nothing was fitted to these</source>
        <translation>预测：没有为它们拟合任何常数</translation>
    </message>
    <message>
        <source>Calibrated, and identities: constants were fitted to these, or arithmetic decides</source>
        <translation>校准与恒等：常数由它们拟合，或由算术决定</translation>
    </message>
</context>
<context>
    <name>supernode::ExploreMode</name>
    <message>
        <source>by load</source>
        <translation>按负载</translation>
    </message>
    <message>
        <source>by plane</source>
        <translation>按平面</translation>
    </message>
    <message>
        <source>Colour of the links</source>
        <translation>链路颜色</translation>
    </message>
    <message>
        <source>View of the machine</source>
        <translation>机器视图</translation>
    </message>
    <message>
        <source>%1: Ctrl+%2</source>
        <translation>%1：Ctrl+%2</translation>
    </message>
    <message>
        <source>Not compared: %1.</source>
        <translation>未比较：%1。</translation>
    </message>
    <message>
        <source>%1 beside it: the same work, whole.</source>
        <translation>旁边是 %1：同样的全部工作。</translation>
    </message>
    <message>
        <source>With as much as it has: %1.</source>
        <translation>按其现有规模：%1。</translation>
    </message>
    <message>
        <source>by change</source>
        <translation>按变化</translation>
    </message>
</context>
<context>
    <name>supernode::FabricView</name>
    <message>
        <source>Fabric, the wiring of the machine as rings</source>
        <translation>网络：以环表示的机器接线</translation>
    </message>
    <message>
        <source>rack %1</source>
        <translation>机柜 %1</translation>
    </message>
</context>
<context>
    <name>supernode::FactRow</name>
    <message>
        <source>Fact %1</source>
        <translation>事实 %1</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示%1</translation>
    </message>
</context>
<context>
    <name>supernode::FindBest</name>
    <message>
        <source>Vary one more</source>
        <translation>再加一个参数</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>存为 CSV</translation>
    </message>
    <message>
        <source>Copy as a command</source>
        <translation>复制为命令</translation>
    </message>
    <message>
        <source>Give up to three knobs several values: every combination is answered, and a click on one asks it.</source>
        <translation>为最多三个参数各给几个值：每种组合都会求解，点一下即可载入该组合。</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>纵轴</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>A line for a terminal that writes the same table</source>
        <translation>在终端中写出同一张表的命令行</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
    <message>
        <source>Every combination</source>
        <translation>所有组合</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Answer all combinations</source>
        <translation>求解所有组合</translation>
    </message>
    <message>
        <source>At most %1 combinations</source>
        <translation>最多 %1 种组合</translation>
    </message>
    <message numerus="yes">
        <source>Answer %n combinations</source>
        <translation>
            <numerusform>求解 %n 种组合</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking for the first answer…</source>
        <translation>正在求第一个解…</translation>
    </message>
    <message>
        <source>%1 of %2 answered</source>
        <translation>已求解 %1 / %2</translation>
    </message>
    <message>
        <source>, %1 s left</source>
        <translation>，剩余 %1 秒</translation>
    </message>
    <message>
        <source>, paused</source>
        <translation>，已暂停</translation>
    </message>
    <message>
        <source>, cancelled</source>
        <translation>，已取消</translation>
    </message>
    <message>
        <source>. ★ and line: nothing is better in both numbers.</source>
        <translation>。★ 与连线：两项指标上都没有更优者。</translation>
    </message>
    <message>
        <source>, more is better</source>
        <translation>，越大越好</translation>
    </message>
    <message>
        <source>, less is better</source>
        <translation>，越小越好</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
</context>
<context>
    <name>supernode::FlowPad</name>
    <message>
        <source>Draw traffic</source>
        <translation>绘制流量</translation>
    </message>
</context>
<context>
    <name>supernode::GroupPlacing</name>
    <message>
        <source>Place groups</source>
        <translation>摆放分组</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Drag work from one node or rack to another: %1</source>
        <translation>把工作从一个节点或机柜拖到另一个：%1</translation>
    </message>
    <message>
        <source>What a drag moves</source>
        <translation>拖动移动的对象</translation>
    </message>
    <message>
        <source>Place experts</source>
        <translation>摆放专家</translation>
    </message>
    <message>
        <source>Expert groups</source>
        <translation>专家组</translation>
    </message>
    <message>
        <source>Tensor groups</source>
        <translation>张量组</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>流水级</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>Drag from a hot die to another: a copy of its hottest expert stands there and takes its part of the tokens.</source>
        <translation>从热的裸片拖到另一个：它最热专家的副本放在那里，分走一部分 token。</translation>
    </message>
    <message>
        <source>Drag a coloured band to another node or rack: it changes places with what stands there.</source>
        <translation>把彩色条带拖到另一个节点或机柜：它与那里的工作互换位置。</translation>
    </message>
    <message>
        <source>%1: %2 × mean</source>
        <translation>%1：平均值的 %2 倍</translation>
    </message>
    <message>
        <source>expert copied</source>
        <translation>专家已复制</translation>
    </message>
    <message>
        <source>%1 placed elsewhere</source>
        <translation>%1 已改放别处</translation>
    </message>
    <message>
        <source>one more expert on each die</source>
        <translation>每个裸片多一个专家</translation>
    </message>
</context>
<context>
    <name>supernode::HallView</name>
    <message>
        <source>Hall, a picture of the machine in three dimensions</source>
        <translation>机房：机器的三维画面</translation>
    </message>
</context>
<context>
    <name>supernode::HelpPanel</name>
    <message>
        <source>One change at a time, asked of the model: what is broken taken back, a quarter more of what limits, another way to do the same work. A click makes the change.</source>
        <translation>每次只改一处并询问模型：恢复故障、把瓶颈增加四分之一、或换一种方式做同样的工作。点击即可应用。</translation>
    </message>
</context>
<context>
    <name>supernode::HistoryLine</name>
    <message>
        <source>compared with</source>
        <translation>比较基准</translation>
    </message>
</context>
<context>
    <name>supernode::HistoryPanel</name>
    <message>
        <source>Compare with this</source>
        <translation>以此为基准</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Every change is kept. A click goes back to it; changing something there begins a branch.</source>
        <translation>每次更改都会保留。点击可回到该步；在那里再作更改即开出分支。</translation>
    </message>
    <message>
        <source>Name of this step</source>
        <translation>此步名称</translation>
    </message>
    <message>
        <source>Numbers and ghosts of all others are held against this step</source>
        <translation>其他各步的数字与虚影都与此步比较</translation>
    </message>
    <message>
        <source>This step and all that grew out of it</source>
        <translation>此步及由它衍生的全部</translation>
    </message>
    <message>
        <source>Compare no more</source>
        <translation>不再比较</translation>
    </message>
</context>
<context>
    <name>supernode::Inspector</name>
    <message>
        <source>Focus</source>
        <translation>聚焦</translation>
    </message>
    <message>
        <source>Focus on %1</source>
        <translation>聚焦 %1</translation>
    </message>
    <message>
        <source>Links run at</source>
        <translation>链路速率</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Keeps it in sight below while others are selected</source>
        <translation>选择其他部件时仍在下方显示</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Let %1 go</source>
        <translation>放开 %1</translation>
    </message>
    <message>
        <source>Pin %1</source>
        <translation>固定 %1</translation>
    </message>
    <message>
        <source>Slows every link that touches it; a stack of memory itself</source>
        <translation>减慢与它相连的所有链路；内存堆叠则减慢其本身</translation>
    </message>
</context>
<context>
    <name>supernode::KnobPanel</name>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message numerus="yes">
        <source>%n parameters</source>
        <translation>
            <numerusform>%n 个参数</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supernode::KnobRow</name>
    <message>
        <source>the first that fits</source>
        <translation>第一个合适者</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no value. Give a number like %3.</source>
        <translation>%1：“%2”不是数值。请输入如 %3 的数字。</translation>
    </message>
</context>
<context>
    <name>supernode::LegendStrip</name>
    <message>
        <source>Meaning of colours and dots</source>
        <translation>颜色与圆点的含义</translation>
    </message>
    <message>
        <source>1 dot = %1</source>
        <translation>1 点 = %1</translation>
    </message>
    <message>
        <source>plane 1</source>
        <translation>平面 1</translation>
    </message>
    <message>
        <source>0 %</source>
        <translation>0 %</translation>
    </message>
    <message>
        <source>link busy, one way</source>
        <translation>链路占用（单向）</translation>
    </message>
    <message>
        <source>plane %1</source>
        <translation>平面 %1</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>less busy</source>
        <translation>更空闲</translation>
    </message>
    <message>
        <source>busier</source>
        <translation>更繁忙</translation>
    </message>
    <message>
        <source>as in baseline</source>
        <translation>与基准相同</translation>
    </message>
    <message>
        <source>nothing moves here</source>
        <translation>此处无流量</translation>
    </message>
</context>
<context>
    <name>supernode::LineCard</name>
    <message>
        <source>share of the links, %</source>
        <translation>链路占比，%</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>基线</translation>
    </message>
</context>
<context>
    <name>supernode::LinkCard</name>
    <message>
        <source>grey: baseline</source>
        <translation>灰色为基线</translation>
    </message>
    <message>
        <source>All links now</source>
        <translation>此刻全部链路的负载</translation>
    </message>
    <message>
        <source>% of links · busy at most, %</source>
        <translation>链路占比 % · 最高占用 %</translation>
    </message>
</context>
<context>
    <name>supernode::LinkedHalls</name>
    <message numerus="yes">
        <source>%n parts</source>
        <translation>
            <numerusform>%n 个部件</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing like it here</source>
        <translation>这里没有对应的部件</translation>
    </message>
</context>
<context>
    <name>supernode::MachinePanel</name>
    <message>
        <source>Change the machine</source>
        <translation>更改机器</translation>
    </message>
    <message>
        <source>planes, links, nodes, memory</source>
        <translation>平面、链路、节点、内存</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message numerus="yes">
        <source>%n parameters</source>
        <translation>
            <numerusform>%n 个参数</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as a machine of your own</source>
        <translation>存为自己的机器</translation>
    </message>
    <message>
        <source>A file that this program and supernode open like the machines they come with</source>
        <translation>本程序与 supernode 可像自带机器一样打开此文件</translation>
    </message>
</context>
<context>
    <name>supernode::MachinesPage</name>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Nearest fair comparison</source>
        <translation>最接近的公平比较</translation>
    </message>
    <message>
        <source>The same work on no more ranks and chips than each machine has</source>
        <translation>同样的任务，rank 数和芯片数都不超过每台机器所有</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>One clock: %1. %2</source>
        <translation>同一时钟：%1。%2</translation>
    </message>
    <message>
        <source>two tiers, %1 planes</source>
        <translation>两级，%1 个平面</translation>
    </message>
    <message>
        <source>one tier, %1 switch chips</source>
        <translation>一级，%1 个交换芯片</translation>
    </message>
    <message>
        <source>%1 × %2 · %3 · %4</source>
        <translation>%1 × %2 · %3 · %4</translation>
    </message>
    <message>
        <source>1 rack</source>
        <translation>1 个机柜</translation>
    </message>
    <message>
        <source>%1 racks</source>
        <translation>%1 个机柜</translation>
    </message>
    <message>
        <source>cannot do this</source>
        <translation>无法完成此任务</translation>
    </message>
    <message>
        <source>nothing arrives</source>
        <translation>没有数据到达</translation>
    </message>
    <message>
        <source>✓ first, done in %1</source>
        <translation>✓ 率先完成，用时 %1</translation>
    </message>
    <message>
        <source>done in %1</source>
        <translation>%1 完成</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>联动</translation>
    </message>
    <message>
        <source>Apart</source>
        <translation>各自</translation>
    </message>
    <message>
        <source>Camera and selection of both</source>
        <translation>两台机器的视角与选择</translation>
    </message>
    <message>
        <source>Linked: a turn or a choice in one machine is made in the other, too</source>
        <translation>联动：在一台机器中转动或选择，另一台随之而动</translation>
    </message>
</context>
<context>
    <name>supernode::MainWindow</name>
    <message>
        <source>Supernode Explorer</source>
        <translation>超节点探索</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Our errors</source>
        <translation>我们的误差</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>A scenario file; it can also be dropped onto the window</source>
        <translation>场景文件；也可拖放到窗口上</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>The other language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation>打开场景</translation>
    </message>
    <message>
        <source>Scenarios (*.json)</source>
        <translation>场景 (*.json)</translation>
    </message>
    <message>
        <source>Picture saved as %1</source>
        <translation>图片已保存为 %1</translation>
    </message>
    <message>
        <source>The picture could not be written to %1</source>
        <translation>无法把图片写到 %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Take home</source>
        <translation>带走</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation>保存场景</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Type a code…</source>
        <translation>输入代码…</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>保存为文件…</translation>
    </message>
    <message>
        <source>The last session</source>
        <translation>上次会话</translation>
    </message>
    <message>
        <source>The last session ended without a goodbye. What was asked in it is still there.</source>
        <translation>上次会话意外结束，其内容仍在。</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>The session could not be read: %1</source>
        <translation>无法读取会话：%1</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Save this scenario</source>
        <translation>保存此场景</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Find and select</source>
        <translation>查找与选择</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>To the next phase</source>
        <translation>到下一阶段</translation>
    </message>
    <message>
        <source>To the phase before</source>
        <translation>到上一阶段</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>加快</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>放慢</translation>
    </message>
    <message>
        <source>Show or hide the curves</source>
        <translation>显示或隐藏曲线</translation>
    </message>
    <message>
        <source>Find by name or condition</source>
        <translation>按名称或条件查找</translation>
    </message>
    <message>
        <source>Close what lies over it, or select nothing</source>
        <translation>关闭浮层，或取消选择</translation>
    </message>
    <message>
        <source>Come near to what is selected</source>
        <translation>靠近所选部件</translation>
    </message>
    <message>
        <source>Pin what is selected, or let it go</source>
        <translation>固定或放开所选部件</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>全部命令</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部快捷键</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>The whole machine</source>
        <translation>整台机器</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Save a picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>What-if</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Take back all changes</source>
        <translation>撤回全部更改</translation>
    </message>
    <message>
        <source>Break many at random</source>
        <translation>随机破坏多个</translation>
    </message>
    <message>
        <source>What would help?</source>
        <translation>什么能改善？</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Type a part of a name</source>
        <translation>输入名称的一部分</translation>
    </message>
    <message>
        <source>No command has &quot;%1&quot; in its name</source>
        <translation>没有名称含“%1”的命令</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>鼠标</translation>
    </message>
    <message>
        <source>Ctrl+click</source>
        <translation>Ctrl+单击</translation>
    </message>
    <message>
        <source>Select one more, or one less</source>
        <translation>多选或少选一个</translation>
    </message>
    <message>
        <source>Shift+drag</source>
        <translation>Shift+拖动</translation>
    </message>
    <message>
        <source>Select all in a rectangle</source>
        <translation>选择矩形内全部</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Come nearer, at the cursor</source>
        <translation>在光标处靠近</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Come near to it</source>
        <translation>靠近它</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>node 18, links &gt; 90 %, failed</source>
        <translation>node 18、links &gt; 90 %、failed</translation>
    </message>
    <message>
        <source>busy now</source>
        <translation>此刻繁忙</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>by a what-if</source>
        <translation>因假设</translation>
    </message>
    <message>
        <source>Nothing is found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Select all: %1</source>
        <translation>全部选中：%1</translation>
    </message>
    <message>
        <source>down</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>The session that broke off</source>
        <translation>上次中断的会话</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Find the best</source>
        <translation>寻找最优</translation>
    </message>
    <message>
        <source>Draw traffic, or stop it</source>
        <translation>绘制流量，或停止</translation>
    </message>
    <message>
        <source>Save the machine…</source>
        <translation>保存机器…</translation>
    </message>
    <message>
        <source>Save this machine</source>
        <translation>保存这台机器</translation>
    </message>
    <message>
        <source>Save the machine</source>
        <translation>保存机器</translation>
    </message>
    <message>
        <source>Machines (*.json)</source>
        <translation>机器 (*.json)</translation>
    </message>
    <message>
        <source>Fingers</source>
        <translation>手指</translation>
    </message>
    <message>
        <source>Two fingers</source>
        <translation>双指</translation>
    </message>
    <message>
        <source>Move, come nearer and turn</source>
        <translation>移动、缩放、旋转</translation>
    </message>
    <message>
        <source>Double tap</source>
        <translation>双击屏幕</translation>
    </message>
    <message>
        <source>Long press</source>
        <translation>长按</translation>
    </message>
    <message>
        <source>Long press, then drag</source>
        <translation>长按后拖动</translation>
    </message>
    <message>
        <source>The last thirty seconds again</source>
        <translation>重看最近三十秒</translation>
    </message>
    <message>
        <source>Start screen</source>
        <translation>开始画面</translation>
    </message>
    <message>
        <source>Place groups, or stop it</source>
        <translation>摆放分组，或停止</translation>
    </message>
</context>
<context>
    <name>supernode::MatrixView</name>
    <message>
        <source>rack %1</source>
        <translation>机柜 %1</translation>
    </message>
    <message>
        <source>receives →</source>
        <translation>接收 →</translation>
    </message>
    <message>
        <source>← sends</source>
        <translation>← 发送</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>Click a cell for the pair, drag to brush, wheel to come near.</source>
        <translation>点击单元格看一对，拖动框选，滚轮放大。</translation>
    </message>
    <message>
        <source>Traffic matrix, who sends to whom</source>
        <translation>流量矩阵：谁发给谁</translation>
    </message>
    <message>
        <source>Fold the matrix</source>
        <translation>折叠矩阵</translation>
    </message>
    <message>
        <source>dies</source>
        <translation>裸片</translation>
    </message>
    <message>
        <source>nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>racks</source>
        <translation>机柜</translation>
    </message>
    <message>
        <source>Scale of the colours</source>
        <translation>颜色刻度</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>More than %1 are shown by node</source>
        <translation>超过 %1 时按节点显示</translation>
    </message>
    <message>
        <source>%1: nothing is sent</source>
        <translation>%1：没有数据发送</translation>
    </message>
    <message>
        <source>Nothing is sent</source>
        <translation>没有数据发送</translation>
    </message>
    <message>
        <source>Move the playhead to a phase with traffic.</source>
        <translation>把播放头移到有流量的阶段。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>in %1, from the row to the column</source>
        <translation>在 %1 内，从行到列</translation>
    </message>
    <message>
        <source>Busiest: %1; mean over the phase</source>
        <translation>最忙：%1；阶段平均</translation>
    </message>
    <message>
        <source>%1 pairs are cut off and send nothing</source>
        <translation>%1 对被切断，不发送</translation>
    </message>
    <message>
        <source>Inside %1</source>
        <translation>%1 内部</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1: nothing</source>
        <translation>%1：无</translation>
    </message>
    <message>
        <source>%1: %2 in the mean of the phase, %3 in all</source>
        <translation>%1：阶段平均 %2，共 %3</translation>
    </message>
    <message>
        <source>Senders: %1 of %2 %3</source>
        <translation>发送方：%3 %1 / %2</translation>
    </message>
</context>
<context>
    <name>supernode::MiniMap</name>
    <message>
        <source>Plan of the hall; a click looks there</source>
        <translation>机房平面图；点击即看向该处</translation>
    </message>
    <message>
        <source>Click or drag to look there, double click to come near</source>
        <translation>点击或拖动看向该处，双击靠近</translation>
    </message>
</context>
<context>
    <name>supernode::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>supernode::NumberSheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>保存图表</translation>
    </message>
</context>
<context>
    <name>supernode::PinnedTile</name>
    <message>
        <source>Pinned: %1</source>
        <translation>已固定：%1</translation>
    </message>
    <message>
        <source>Let %1 go</source>
        <translation>放开 %1</translation>
    </message>
</context>
<context>
    <name>supernode::PinnedTiles</name>
    <message>
        <source>PINNED</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>down</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>%1 out, %2 in, busiest link %3</source>
        <translation>出 %1，入 %2，最忙链路 %3</translation>
    </message>
</context>
<context>
    <name>supernode::PlaneButton</name>
    <message>
        <source>%1, failed</source>
        <translation>%1，故障</translation>
    </message>
</context>
<context>
    <name>supernode::QuestionPanel</name>
    <message>
        <source>SYSTEM</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>WORKLOAD</source>
        <translation>负载</translation>
    </message>
    <message>
        <source>PARAMETERS</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>PLANES</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>WHAT-IF</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Ready-made</source>
        <translation>现成问题</translation>
    </message>
    <message>
        <source>Questions that come with the program</source>
        <translation>程序自带的问题</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>How a transfer picks its way through the planes</source>
        <translation>一次传输如何在各平面间选路</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>均摊</translation>
    </message>
    <message>
        <source>evenly over all planes and chips</source>
        <translation>均匀分到所有平面和芯片</translation>
    </message>
    <message>
        <source>hashed</source>
        <translation>哈希</translation>
    </message>
    <message>
        <source>one way for each pair, by a hash</source>
        <translation>每一对按哈希走一条路</translation>
    </message>
    <message>
        <source>by receiver</source>
        <translation>按接收者</translation>
    </message>
    <message>
        <source>one plane for each receiver</source>
        <translation>每个接收者一个平面</translation>
    </message>
    <message>
        <source>adaptive</source>
        <translation>自适应</translation>
    </message>
    <message>
        <source>to where the load is least</source>
        <translation>走负载最小处</translation>
    </message>
    <message>
        <source>reset all</source>
        <translation>全部复位</translation>
    </message>
    <message>
        <source>Take back all changes</source>
        <translation>撤回所有改动</translation>
    </message>
    <message>
        <source>+ click anything in the scene to change it</source>
        <translation>+ 点击画面中任意部件来改变它</translation>
    </message>
    <message>
        <source>Break many at random</source>
        <translation>随机破坏多个</translation>
    </message>
    <message>
        <source>What would help?</source>
        <translation>怎样改善？</translation>
    </message>
    <message>
        <source>Find the best</source>
        <translation>寻找最优</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n flows before</source>
        <translation>
            <numerusform>以及之前的 %n 条流</numerusform>
        </translation>
    </message>
    <message>
        <source>In a package</source>
        <translation>封装内</translation>
    </message>
    <message>
        <source>What the two dies of one package talk over</source>
        <translation>同一封装的两个裸片经由何处通信</translation>
    </message>
    <message>
        <source>planes</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>as any other pair</source>
        <translation>与其他裸片对相同</translation>
    </message>
    <message>
        <source>own link</source>
        <translation>专用链路</translation>
    </message>
    <message>
        <source>the link between the dies</source>
        <translation>裸片之间的链路</translation>
    </message>
</context>
<context>
    <name>supernode::ReplayStrip</name>
    <message>
        <source>A second back</source>
        <translation>后退一秒</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>A second on</source>
        <translation>前进一秒</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>回到现在</translation>
    </message>
    <message>
        <source>Place in the replay</source>
        <translation>回放位置</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>As it was shown, %1 times slower: %2 s before the end</source>
        <translation>原样回放，慢 %1 倍：结束前 %2 秒</translation>
    </message>
</context>
<context>
    <name>supernode::RooflineView</name>
    <message>
        <source>Roofline, the work under the roofs of arithmetic, memory and links</source>
        <translation>屋顶线：计算、内存与链路屋顶之下的任务</translation>
    </message>
    <message>
        <source>What a mark stands for</source>
        <translation>标记代表什么</translation>
    </message>
    <message>
        <source>phases</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>operators</source>
        <translation>算子</translation>
    </message>
    <message>
        <source>A mark is a phase, as large as its share of the time; the dotted lines are how long one exchange takes. Touch a mark or a roof for its numbers.</source>
        <translation>每个标记是一个阶段，大小为其时间占比；虚线是一次交换所需时间。点按标记或屋顶查看数值。</translation>
    </message>
    <message>
        <source>A mark is as large as its share of the time; closer to its roof is better used. At the right the messages, which compute nothing, under the roof of the links. Touch a mark or a roof for its numbers.</source>
        <translation>标记大小为其时间占比；越接近屋顶利用越好。右侧是不做计算的消息，位于链路屋顶之下。点按标记或屋顶查看数值。</translation>
    </message>
    <message>
        <source>%1 of the time neither computes nor sends.</source>
        <translation>%1 的时间既不计算也不发送。</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>What holds the time of %1</source>
        <translation>%1的时间受限于什么</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>supernode::RunStrips</name>
    <message>
        <source>Curves over time</source>
        <translation>随时间的曲线</translation>
    </message>
    <message>
        <source>Links in use</source>
        <translation>链路使用率</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>功率</translation>
    </message>
    <message>
        <source>Links in use: %1</source>
        <translation>链路使用率：%1</translation>
    </message>
    <message>
        <source>Throughput: %1</source>
        <translation>吞吐量：%1</translation>
    </message>
    <message>
        <source>Power: %1</source>
        <translation>功率：%1</translation>
    </message>
</context>
<context>
    <name>supernode::ScatterCard</name>
    <message>
        <source>%1 against %2</source>
        <translation>%1 对 %2</translation>
    </message>
    <message>
        <source>Every combination</source>
        <translation>所有组合</translation>
    </message>
    <message>
        <source>Nothing beats these</source>
        <translation>无可超越者</translation>
    </message>
</context>
<context>
    <name>supernode::Session</name>
    <message>
        <source>%1 failed</source>
        <translation>%1 故障</translation>
    </message>
    <message>
        <source>%1 restored</source>
        <translation>%1 已恢复</translation>
    </message>
    <message>
        <source>what-if taken back</source>
        <translation>已撤回假设</translation>
    </message>
    <message>
        <source>all what-ifs taken back</source>
        <translation>已撤回全部假设</translation>
    </message>
    <message>
        <source>routing</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>scenario opened</source>
        <translation>已打开场景</translation>
    </message>
    <message>
        <source>%1 slowed</source>
        <translation>%1 降速</translation>
    </message>
    <message numerus="yes">
        <source>%n parts</source>
        <translation>
            <numerusform>%n 个部件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 failed at random</source>
        <translation>%1随机故障</translation>
    </message>
    <message>
        <source>flow taken back</source>
        <translation>撤回一条流</translation>
    </message>
    <message>
        <source>way in a package</source>
        <translation>封装内路径</translation>
    </message>
</context>
<context>
    <name>supernode::Sheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>supernode::StartScreen</name>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Supernode Explorer</source>
        <translation>超节点探索</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>A touch or any key goes on</source>
        <translation>触摸或按任意键继续</translation>
    </message>
    <message>
        <source>What happens inside when %1 %2 work as one?</source>
        <translation>%1 个 %2 如一体般工作时，内部发生了什么？</translation>
    </message>
</context>
<context>
    <name>supernode::SweepTable</name>
    <message>
        <source>Nothing is better in both numbers</source>
        <translation>两项指标上都没有更优者</translation>
    </message>
    <message>
        <source>Held back by</source>
        <translation>受限于</translation>
    </message>
</context>
<context>
    <name>supernode::TakeHomePanel</name>
    <message>
        <source>Copy code</source>
        <translation>复制代码</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>保存为文件</translation>
    </message>
    <message>
        <source>This code holds the whole question: photograph it or write it down. No network is needed, and nothing about you is in it.</source>
        <translation>此代码包含整个问题：拍照或抄下即可。无需网络，也不含任何个人信息。</translation>
    </message>
    <message>
        <source>Take-home code</source>
        <translation>带走代码</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>Type or paste a code</source>
        <translation>输入或粘贴代码</translation>
    </message>
    <message>
        <source>CODE OF ANOTHER</source>
        <translation>别人的代码</translation>
    </message>
    <message>
        <source>QR code of %1</source>
        <translation>%1 的二维码</translation>
    </message>
</context>
<context>
    <name>supernode::TimelineBar</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>更慢</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>更快</translation>
    </message>
    <message>
        <source>Hide the curves</source>
        <translation>隐藏曲线</translation>
    </message>
    <message>
        <source>Show the curves</source>
        <translation>显示曲线</translation>
    </message>
    <message>
        <source>The last thirty seconds again, in slow motion (R)</source>
        <translation>慢动作重看最近三十秒（R）</translation>
    </message>
</context>
<context>
    <name>supernode::TimelineTrack</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>no traffic</source>
        <translation>无流量</translation>
    </message>
    <message>
        <source>%1, limited by %2</source>
        <translation>%1，受限于 %2</translation>
    </message>
    <message>
        <source>%1 × %2 …</source>
        <translation>%1 × %2 …</translation>
    </message>
    <message>
        <source>Drag here to loop over a stretch; a click takes it back.</source>
        <translation>在此拖动以循环一段；单击取消。</translation>
    </message>
</context>
<context>
    <name>supernode::TrafficDrawing</name>
    <message>
        <source>Draw traffic</source>
        <translation>绘制流量</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Drag from one die, chip, node or rack to another: %1</source>
        <translation>从一个裸片、芯片、节点或机柜拖到另一个：%1</translation>
    </message>
    <message>
        <source>Bytes of each flow</source>
        <translation>每条流的字节数</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>正在绘制…</translation>
    </message>
    <message>
        <source>Drag from one die, chip, node or rack to another.</source>
        <translation>从一个裸片、芯片、节点或机柜拖到另一个。</translation>
    </message>
    <message numerus="yes">
        <source>%n flows are drawn.</source>
        <translation>
            <numerusform>已绘制 %n 条流。</numerusform>
        </translation>
    </message>
    <message>
        <source>The first flow takes the place of %1; undo brings it back.</source>
        <translation>第一条流将取代“%1”；撤销即可恢复。</translation>
    </message>
    <message>
        <source>They took the place of the work before; undo brings it back.</source>
        <translation>它们取代了之前的负载；撤销即可恢复。</translation>
    </message>
    <message numerus="yes">
        <source>%n pairs painted</source>
        <translation>
            <numerusform>绘制了 %n 对</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supernode::VaryRow</name>
    <message>
        <source>Vary one less</source>
        <translation>去掉这个参数</translation>
    </message>
    <message>
        <source>What takes several values</source>
        <translation>取多个值的参数</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Values with commas, or a range: 1 to 7, or 1 to 7 by 2</source>
        <translation>用逗号分隔的值，或范围：1 to 7，或 1 to 7 by 2</translation>
    </message>
    <message>
        <source>1, 2, 4 or 1 to 7</source>
        <translation>1, 2, 4 或 1 to 7</translation>
    </message>
    <message>
        <source>Vary</source>
        <translation>参数</translation>
    </message>
</context>
<context>
    <name>supernode::WhatIf</name>
    <message>
        <source>Take it home</source>
        <translation>带走</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Break many</source>
        <translation>破坏多个</translation>
    </message>
    <message>
        <source>What would help?</source>
        <translation>怎样改善？</translation>
    </message>
    <message>
        <source>Failing more and more of them…</source>
        <translation>正在逐步增加故障…</translation>
    </message>
    <message>
        <source>There is no code for this: %1.</source>
        <translation>此场景没有代码：%1。</translation>
    </message>
    <message>
        <source>Asking the model some hundred times…</source>
        <translation>正在询问模型约一百次…</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1为 %2</translation>
    </message>
    <message>
        <source>Nothing of this moves it by a thousandth.</source>
        <translation>以上均不能使其改变千分之一。</translation>
    </message>
    <message>
        <source>Find the best</source>
        <translation>寻找最优</translation>
    </message>
</context>
</TS>
