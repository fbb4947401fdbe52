# Women within the minutes. Data: set, counted, minutes, women, low, high. Numbers: people to a unit, the
# limit, 1 where simulated.
set grid ytics
set key bottom right
set xrange [0:*]
set yrange [0:*]
set arrow 1 from P[2], graph 0 to P[2], graph 1 nohead dashtype 3 linecolor rgb quiet
is_of(i, counted) = text(1) eq K[i] && text(2) eq counted
plot for [i = 1:n_keys] 'data.tsv' using (is_of(i, 'all') ? $3 : NaN):($4 / P[1]) \
    with lines linewidth 1.2 dashtype 2 linecolor rgb set_colour(i) title K[i] . ': all women', \
     for [i = 1:n_keys] 'data.tsv' using (is_of(i, 'rural') ? $3 : NaN):($4 / P[1]) with lines linewidth 2 \
         linecolor rgb set_colour(i) title K[i] . ': rural women', \
     for [i = 1:P[3] * n_keys] 'data.tsv' using (is_of(i, 'simulated') ? $3 + (i - (n_keys + 1) / 2.0) * 4 : NaN):($4 / P[1]):($5 / P[1]):($6 / P[1]) \
         with yerrorbars pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb set_colour(i) \
         title K[i] . ': rural, helped in time (simulated, 90%)'
