# How evenly minutes fall to women. Data: set, women, minutes (both in %). Keys: sets and their Gini.
set grid xtics ytics
set key top left
set xrange [0:100]
set yrange [0:100]
plot x with lines dashtype 3 linecolor rgb quiet title 'all have the same way', \
     for [i = 1:n_keys] 'data.tsv' using (text(1) eq K[i] ? $2 : NaN):3 \
         with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb set_colour(i) \
         title sprintf('%s: Gini %.2f', K[i], C[i])
