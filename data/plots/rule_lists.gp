# Lists that fit what is announced, against single choices of sites. Data: what, from, to, lists. Keys: the
# single choices and where they lie. Numbers: people to a unit.
set grid ytics
set yrange [0:*]
set offsets graph 0.03, graph 0.03, graph 0.05, 0
set tmargin at screen 1 - room_above - (n_keys + 1) * key_line / height
set key at screen 0.97, screen 1 - room_above right top vertical maxrows n_keys + 1
choice_colour(i) = i == 1 ? ink : i == 2 ? official : best
do for [i = 1:n_keys] {
  set arrow i from C[i] / P[1], graph 0 to C[i] / P[1], graph 1 nohead linewidth 2 dashtype i \
    linecolor rgb choice_colour(i) front
}
plot 'data.tsv' using ($2 == $3 ? NaN : ($2 + $3) / 2 / P[1]):($4 / 2.0):($2 / P[1]):($3 / P[1]):(0):4 \
    with boxxyerror fillstyle solid 1 border rgb '#ffffff' linecolor rgb '#8c96a3' \
    title 'lists by the official rule', \
     for [i = 1:n_keys] 'data.tsv' using ($2 == $3 && text(1) eq K[i] ? $2 / P[1] : NaN):(0) \
         with lines linewidth 2 dashtype i linecolor rgb choice_colour(i) title K[i]
